"""Assistants of openai: `client.beta.assistants`, with the files of Assistants v1."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AGENT_PARAMS,
    AGENT_RESULTS,
    AGENT_VERSION_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS201",
    kind=Kind.CALL,
    source=(
        "openai 3.54.0: openai/resources/beta/; azure-ai-projects 2.10.0: "
        "azure/ai/projects/operations/_patch_agents.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.assistants.create",
        legacy=(
            "openai.resources.beta.assistants.Assistants.create",
            "openai.resources.beta.assistants.AsyncAssistants.create",
        ),
        target=(
            "project_client.agents.create_version(agent_name=..., "
            "definition=PromptAgentDefinition(...))"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "model description instructions metadata name reasoning_effort response_format "
                "temperature tool_resources tools top_p extra_headers extra_query extra_body "
                "timeout file_ids"
            ),
        ),
        results=AGENT_VERSION_RESULTS,
        notes=(
            "The old call made a new object every time; the new one adds a version to the agent of "
            "that name. Code that runs at every start piles up versions. A plain dictionary as "
            "definition= works but does not type-check. Plain OpenAI code has no agent object to "
            "address: keep model, instructions and tools in a definition of your own and give it "
            "to each responses.create()."
        ),
    ),
    row(
        id="oa.assistants.update",
        legacy=(
            "openai.resources.beta.assistants.Assistants.update",
            "openai.resources.beta.assistants.AsyncAssistants.update",
        ),
        target=(
            "project_client.agents.create_version(agent_name=agent.name, definition=definition)"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "assistant_id description instructions metadata model name reasoning_effort "
                "response_format temperature tool_resources tools top_p extra_headers extra_query "
                "extra_body timeout file_ids"
            ),
        ),
        results=AGENT_VERSION_RESULTS,
        notes=(
            "The old call patched single fields; the new one takes the whole definition. Read "
            "agents.get(name).versions.latest.definition, change it, write it back: that is a new "
            "version. Plain OpenAI code has no agent object to address: keep model, instructions "
            "and tools in a definition of your own and give it to each responses.create()."
        ),
    ),
    row(
        id="oa.assistants.retrieve",
        legacy=(
            "openai.resources.beta.assistants.Assistants.retrieve",
            "openai.resources.beta.assistants.AsyncAssistants.retrieve",
        ),
        target="project_client.agents.get(agent_name=...)",
        params=pick(AGENT_PARAMS, "assistant_id extra_headers extra_query extra_body timeout"),
        results=AGENT_RESULTS,
        notes=(
            "Agents are found by name. agents.get_version(agent_name=, agent_version=) gives one "
            "version, whose definition is at hand directly. Plain OpenAI code has no agent object "
            "to address: keep model, instructions and tools in a definition of your own and give "
            "it to each responses.create()."
        ),
    ),
    row(
        id="oa.assistants.list",
        legacy=(
            "openai.resources.beta.assistants.Assistants.list",
            "openai.resources.beta.assistants.AsyncAssistants.list",
        ),
        target='project_client.agents.list(kind="prompt")',
        params=pick(
            AGENT_PARAMS,
            "after before limit order extra_headers extra_query extra_body timeout",
        ),
        results=AGENT_RESULTS
        | {
            "data": "iterate the listing itself",
            "has_more": "dropped: the listing pages by itself",
            "last_id": "dropped: the listing pages by itself",
        },
        notes=(
            "One item per agent name, not per version; without kind= it lists workflow and hosted "
            "agents too. Agents of the old service are not listed. Plain OpenAI code has no agent "
            "object to address: keep model, instructions and tools in a definition of your own and "
            "give it to each responses.create()."
        ),
    ),
    row(
        id="oa.assistants.delete",
        legacy=(
            "openai.resources.beta.assistants.Assistants.delete",
            "openai.resources.beta.assistants.AsyncAssistants.delete",
        ),
        target="project_client.agents.delete(agent_name=...)",
        params=pick(AGENT_PARAMS, "assistant_id extra_headers extra_query extra_body timeout"),
        results={
            "None": "DeleteAgentResponse, with deleted",
        },
        notes=(
            "Deletes the agent with all its versions; delete_version(agent_name=, agent_version=) "
            "undoes a single create_version. Plain OpenAI code has no agent object to address: "
            "keep model, instructions and tools in a definition of your own and give it to each "
            "responses.create()."
        ),
    ),
    row(
        id="oa.assistants",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.assistants.Assistants",
            "openai.resources.beta.assistants.AsyncAssistants",
        ),
        target="project_client.agents",
        notes=(
            "Also kept in a variable, or named in an annotation. Plain OpenAI code has no agent "
            "object to address: keep model, instructions and tools in a definition of your own and "
            "give it to each responses.create()."
        ),
    ),
    row(
        id="oa.assistants.files",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.assistants.files.Files",
            "openai.resources.beta.assistants.files.AsyncFiles",
        ),
        target=(
            "tools of the definition: "
            "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=[...])) or "
            "FileSearchTool(vector_store_ids=[...])"
        ),
        notes=(
            "Part of Assistants v1, removed in openai 1.21.0. A retrieval tool becomes "
            "FileSearchTool over a vector store."
        ),
        source="openai 1.20.0: openai/resources/beta/assistants/files.py",
    ),
    row(
        id="oa.assistants.files.create",
        legacy=(
            "openai.resources.beta.assistants.files.Files.create",
            "openai.resources.beta.assistants.files.AsyncFiles.create",
        ),
        target="openai_client.vector_stores.files.create(vector_store_id, file_id=...)",
        params={
            "assistant_id": "vector_store_id of the store the agent searches",
            "file_id": "file_id=",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        results={
            "id": "file.id",
            "assistant_id": "dropped",
            "created_at": "file.created_at",
        },
        notes=(
            "Part of Assistants v1, removed in openai 1.21.0. Files for the code interpreter go to "
            "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=[...])) in a new "
            "version of the agent."
        ),
        source="openai 1.20.0: openai/resources/beta/assistants/files.py",
    ),
    row(
        id="oa.assistants.files.retrieve",
        legacy=(
            "openai.resources.beta.assistants.files.Files.retrieve",
            "openai.resources.beta.assistants.files.AsyncFiles.retrieve",
        ),
        target="openai_client.vector_stores.files.retrieve(file_id, vector_store_id=...)",
        params={
            "file_id": "file_id, the first argument still",
            "assistant_id": "vector_store_id=",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        source="openai 1.20.0: openai/resources/beta/assistants/files.py",
    ),
    row(
        id="oa.assistants.files.list",
        legacy=(
            "openai.resources.beta.assistants.files.Files.list",
            "openai.resources.beta.assistants.files.AsyncFiles.list",
        ),
        target="openai_client.vector_stores.files.list(vector_store_id)",
        params={
            "assistant_id": "vector_store_id",
            "limit": "unchanged",
            "order": "unchanged",
            "after": "unchanged",
            "before": "unchanged",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        source="openai 1.20.0: openai/resources/beta/assistants/files.py",
    ),
    row(
        id="oa.assistants.files.delete",
        legacy=(
            "openai.resources.beta.assistants.files.Files.delete",
            "openai.resources.beta.assistants.files.AsyncFiles.delete",
        ),
        target="openai_client.vector_stores.files.delete(file_id, vector_store_id=...)",
        params={
            "file_id": "file_id, the first argument still",
            "assistant_id": "vector_store_id=",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        source="openai 1.20.0: openai/resources/beta/assistants/files.py",
    ),
)
