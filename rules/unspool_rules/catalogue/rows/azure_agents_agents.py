"""Agents of azure-ai-agents 1.x: `AgentsClient.create_agent` and its kin."""

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
    surface=Surface.AZURE_AGENTS,
    code="UNS201",
    kind=Kind.CALL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/_patch.py; azure-ai-projects 2.10.0: "
        "azure/ai/projects/operations/_patch_agents.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.create_agent",
        legacy=(
            "azure.ai.agents.AgentsClient.create_agent",
            "azure.ai.agents.aio.AgentsClient.create_agent",
        ),
        target=(
            "project_client.agents.create_version(agent_name=..., "
            "definition=PromptAgentDefinition(...))"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "body model name description instructions tools tool_resources toolset temperature "
                "top_p response_format metadata content_type kwargs"
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
        id="az.update_agent",
        legacy=(
            "azure.ai.agents.AgentsClient.update_agent",
            "azure.ai.agents.aio.AgentsClient.update_agent",
        ),
        target=(
            "project_client.agents.create_version(agent_name=agent.name, definition=definition)"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "agent_id body model name description instructions tools tool_resources toolset "
                "temperature top_p response_format content_type metadata kwargs"
            ),
        ),
        results=AZURE_AGENT_VERSION_RESULTS,
        notes=(
            "The old call patched single fields; the new one takes the whole definition. Read "
            "agents.get(name).versions.latest.definition, change it, write it back: that is a new "
            "version."
        ),
    ),
    row(
        id="az.get_agent",
        legacy=(
            "azure.ai.agents.AgentsClient.get_agent",
            "azure.ai.agents.aio.AgentsClient.get_agent",
        ),
        target="project_client.agents.get(agent_name=...)",
        params=pick(AGENT_PARAMS, "agent_id kwargs"),
        results=AZURE_AGENT_RESULTS,
        notes=(
            "Agents are found by name. agents.get_version(agent_name=, agent_version=) gives one "
            "version, whose definition is at hand directly."
        ),
    ),
    row(
        id="az.list_agents",
        legacy=(
            "azure.ai.agents.AgentsClient.list_agents",
            "azure.ai.agents.aio.AgentsClient.list_agents",
        ),
        target='project_client.agents.list(kind="prompt")',
        params=pick(AGENT_PARAMS, "limit order before kwargs"),
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
        id="az.delete_agent",
        legacy=(
            "azure.ai.agents.AgentsClient.delete_agent",
            "azure.ai.agents.aio.AgentsClient.delete_agent",
        ),
        target="project_client.agents.delete(agent_name=...)",
        params=pick(AGENT_PARAMS, "agent_id kwargs"),
        results={
            "None": "DeleteAgentResponse, with deleted",
        },
        notes=(
            "Deletes the agent with all its versions; delete_version(agent_name=, agent_version=) "
            "undoes a single create_version."
        ),
    ),
)
