"""Types of openai Assistants that people import: `openai.types.beta`."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AGENT_PARAMS,
    AGENT_VERSION_RESULTS,
    THREAD_PARAMS,
    THREAD_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 3.54.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.Assistant",
        legacy=("openai.types.beta.Assistant",),
        target="azure.ai.projects.models.AgentVersionDetails",
        results=AGENT_VERSION_RESULTS,
        notes=(
            "create_version returns an AgentVersionDetails, get and list an AgentDetails. The id "
            'is "name:version": pass on the name.'
        ),
        since="2.0.0b3",
    ),
    row(
        id="oa.types.AssistantCreateParams",
        legacy=("openai.types.beta.AssistantCreateParams",),
        target=(
            "project_client.agents.create_version(agent_name=..., "
            "definition=PromptAgentDefinition(...))"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "model description instructions metadata name reasoning_effort response_format "
                "temperature tool_resources tools top_p"
            ),
        ),
    ),
    row(
        id="oa.types.AssistantDeleted",
        legacy=("openai.types.beta.AssistantDeleted",),
        target="azure.ai.projects.models.DeleteAgentResponse",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
    ),
    row(
        id="oa.types.AssistantListParams",
        legacy=("openai.types.beta.AssistantListParams",),
        target='project_client.agents.list(kind="prompt")',
        params=pick(AGENT_PARAMS, "after before limit order"),
    ),
    row(
        id="oa.types.AssistantResponseFormatOption",
        legacy=("openai.types.beta.AssistantResponseFormatOption",),
        target="azure.ai.projects.models.TextResponseFormat",
        since="2.0.0",
    ),
    row(
        id="oa.types.AssistantResponseFormatOptionParam",
        legacy=("openai.types.beta.AssistantResponseFormatOptionParam",),
        target="azure.ai.projects.models.TextResponseFormat",
        since="2.0.0",
    ),
    row(
        id="oa.types.AssistantTool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.AssistantTool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.AssistantToolChoice",
        legacy=("openai.types.beta.AssistantToolChoice",),
        target="openai.types.responses.ToolChoiceFunctionParam",
        results={
            "type": "unchanged",
            "function": "name",
        },
    ),
    row(
        id="oa.types.AssistantToolChoiceFunction",
        legacy=("openai.types.beta.AssistantToolChoiceFunction",),
        target="openai.types.responses.ToolChoiceFunctionParam",
        results={
            "name": "unchanged",
        },
    ),
    row(
        id="oa.types.AssistantToolChoiceFunctionParam",
        legacy=("openai.types.beta.AssistantToolChoiceFunctionParam",),
        target="openai.types.responses.ToolChoiceFunctionParam",
        params={
            "name": "unchanged",
        },
    ),
    row(
        id="oa.types.AssistantToolChoiceOption",
        legacy=("openai.types.beta.AssistantToolChoiceOption",),
        target="openai.types.responses.response_create_params.ToolChoice",
    ),
    row(
        id="oa.types.AssistantToolChoiceOptionParam",
        legacy=("openai.types.beta.AssistantToolChoiceOptionParam",),
        target="openai.types.responses.response_create_params.ToolChoice",
    ),
    row(
        id="oa.types.AssistantToolChoiceParam",
        legacy=("openai.types.beta.AssistantToolChoiceParam",),
        target="openai.types.responses.ToolChoiceFunctionParam",
        params={
            "type": "type",
            "function": "name",
        },
    ),
    row(
        id="oa.types.AssistantToolParam",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.AssistantToolParam",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.AssistantUpdateParams",
        legacy=("openai.types.beta.AssistantUpdateParams",),
        target=(
            "project_client.agents.create_version(agent_name=..., "
            "definition=PromptAgentDefinition(...))"
        ),
        params=pick(
            AGENT_PARAMS,
            (
                "description instructions metadata model name reasoning_effort response_format "
                "temperature tool_resources tools top_p"
            ),
        ),
    ),
    row(
        id="oa.types.CodeInterpreterTool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.CodeInterpreterTool",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        params={
            "type": "dropped: the class implies it",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.CodeInterpreterToolParam",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.CodeInterpreterToolParam",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        params={
            "type": "dropped: the class implies it",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.FileSearchTool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.FileSearchTool",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "type": "dropped: the class implies it",
            "file_search": "max_num_results=, ranking_options=",
        },
    ),
    row(
        id="oa.types.FileSearchToolParam",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.FileSearchToolParam",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "type": "dropped: the class implies it",
            "file_search": "max_num_results=, ranking_options=",
        },
    ),
    row(
        id="oa.types.FunctionTool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.FunctionTool",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        params={
            "type": "dropped: the class implies it",
            "function": "name=, description=, parameters=, un-nested",
        },
    ),
    row(
        id="oa.types.FunctionToolParam",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.FunctionToolParam",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        params={
            "type": "dropped: the class implies it",
            "function": "name=, description=, parameters=, un-nested",
        },
    ),
    row(
        id="oa.types.Thread",
        legacy=("openai.types.beta.Thread",),
        target="openai.types.conversations.Conversation",
        results=THREAD_RESULTS,
    ),
    row(
        id="oa.types.ThreadCreateAndRunParams",
        legacy=("openai.types.beta.ThreadCreateAndRunParams",),
        target="openai.types.responses.ResponseCreateParams",
        notes="Next to openai.types.conversations.ConversationCreateParams.",
    ),
    row(
        id="oa.types.ThreadCreateParams",
        legacy=("openai.types.beta.ThreadCreateParams",),
        target="openai.types.conversations.ConversationCreateParams",
        params=pick(THREAD_PARAMS, "messages metadata tool_resources"),
    ),
    row(
        id="oa.types.ThreadDeleted",
        legacy=("openai.types.beta.ThreadDeleted",),
        target="openai.types.conversations.ConversationDeletedResource",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
    ),
    row(
        id="oa.types.ThreadUpdateParams",
        legacy=("openai.types.beta.ThreadUpdateParams",),
        target="openai.types.conversations.ConversationUpdateParams",
        params=pick(THREAD_PARAMS, "metadata tool_resources"),
    ),
)
