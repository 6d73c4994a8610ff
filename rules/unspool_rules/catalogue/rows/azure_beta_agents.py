"""Agents and client of the azure-ai-projects 1.0.0 betas, before azure-ai-agents existed."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AGENT_PARAMS,
    AZURE_AGENT_RESULTS,
    AZURE_AGENT_VERSION_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS201",
    kind=Kind.CALL,
    source=(
        "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py; azure-ai-projects "
        "2.10.0: azure/ai/projects/operations/_patch_agents.py"
    ),
    until="1.0.0b11",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.create_agent",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_agent",
            "azure.ai.projects.aio.operations.AgentsOperations.create_agent",
        ),
        target=(
            "project_client.agents.create_version(agent_name=..., "
            "definition=PromptAgentDefinition(...))"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "body content_type kwargs model name description instructions tools tool_resources "
                "temperature top_p response_format metadata toolset"
            ),
        ),
        results=AZURE_AGENT_VERSION_RESULTS,
        notes=(
            "The old call made a new object every time; the new one adds a version to the agent of "
            "that name. Code that runs at every start piles up versions. A plain dictionary as "
            "definition= works but does not type-check."
        ),
    ),
    row(
        id="beta.update_agent",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update_agent",
            "azure.ai.projects.aio.operations.AgentsOperations.update_agent",
        ),
        target=(
            "project_client.agents.create_version(agent_name=agent.name, definition=definition)"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "assistant_id body content_type kwargs model name description instructions tools "
                "tool_resources temperature top_p response_format metadata toolset agent_id"
            ),
        ),
        results=AZURE_AGENT_VERSION_RESULTS,
        notes=(
            "The old call patched single fields; the new one takes the whole definition. Read "
            "agents.get(name).versions.latest.definition, change it, write it back: that is a new "
            "version. assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
    row(
        id="beta.get_agent",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_agent",
            "azure.ai.projects.aio.operations.AgentsOperations.get_agent",
        ),
        target="project_client.agents.get(agent_name=...)",
        params=pick(AGENT_PARAMS, "assistant_id kwargs agent_id"),
        results=AZURE_AGENT_RESULTS,
        notes=(
            "Agents are found by name. agents.get_version(agent_name=, agent_version=) gives one "
            "version, whose definition is at hand directly. assistant_id= became agent_id= in "
            "1.0.0b7."
        ),
    ),
    row(
        id="beta.list_agents",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_agents",
            "azure.ai.projects.aio.operations.AgentsOperations.list_agents",
        ),
        target='project_client.agents.list(kind="prompt")',
        params=pick(AGENT_PARAMS, "limit order before kwargs")
        | {
            "after": "dropped: the listing pages by itself",
        },
        results=AZURE_AGENT_RESULTS
        | {
            "data": "iterate the listing itself",
            "has_more": "dropped: the listing pages by itself",
            "last_id": "dropped: the listing pages by itself",
        },
        notes=(
            "One item per agent name, not per version; without kind= it lists workflow and hosted "
            "agents too. Agents of the old service are not listed."
        ),
    ),
    row(
        id="beta.delete_agent",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.delete_agent",
            "azure.ai.projects.aio.operations.AgentsOperations.delete_agent",
        ),
        target="project_client.agents.delete(agent_name=...)",
        params=pick(AGENT_PARAMS, "assistant_id kwargs agent_id"),
        results={
            "None": "DeleteAgentResponse, with deleted",
        },
        notes=(
            "Deletes the agent with all its versions; delete_version(agent_name=, agent_version=) "
            "undoes a single create_version. assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
)
