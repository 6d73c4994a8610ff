"""Enums of azure-ai-agents 1.x; members are listed as results."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS403",
    kind=Kind.ENUM,
    source="azure-ai-agents 1.1.0: azure/ai/agents/models/_enums.py",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.AgentStreamEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=(
            "azure.ai.agents.models.AgentStreamEvent",
            "azure.ai.projects.models.AgentStreamEvent",
        ),
        target="event.type",
        results={
            "THREAD_CREATED": "no event (conversations.create returns it)",
            "THREAD_RUN_CREATED": '"response.created"',
            "THREAD_RUN_QUEUED": '"response.queued"',
            "THREAD_RUN_IN_PROGRESS": '"response.in_progress"',
            "THREAD_RUN_REQUIRES_ACTION": (
                'no event: "response.output_item.done" with a function_call or '
                'mcp_approval_request item, then "response.completed"'
            ),
            "THREAD_RUN_COMPLETED": '"response.completed"',
            "THREAD_RUN_INCOMPLETE": '"response.incomplete"',
            "THREAD_RUN_FAILED": '"response.failed"',
            "THREAD_RUN_CANCELLING": "no event",
            "THREAD_RUN_CANCELLED": 'no event (response.status == "cancelled" on retrieve)',
            "THREAD_RUN_EXPIRED": "no event",
            "THREAD_RUN_STEP_CREATED": '"response.output_item.added"',
            "THREAD_RUN_STEP_IN_PROGRESS": (
                '"response.code_interpreter_call.in_progress", or the like'
            ),
            "THREAD_RUN_STEP_DELTA": (
                '"response.function_call_arguments.delta", '
                '"response.code_interpreter_call_code.delta", ...'
            ),
            "THREAD_RUN_STEP_COMPLETED": '"response.output_item.done"',
            "THREAD_RUN_STEP_FAILED": (
                '"response.output_item.done" with item.status "failed", or '
                '"response.mcp_call.failed"'
            ),
            "THREAD_RUN_STEP_CANCELLED": "no event",
            "THREAD_RUN_STEP_EXPIRED": "no event",
            "THREAD_MESSAGE_CREATED": '"response.output_item.added" with item.type "message"',
            "THREAD_MESSAGE_IN_PROGRESS": '"response.content_part.added"',
            "THREAD_MESSAGE_DELTA": '"response.output_text.delta"',
            "THREAD_MESSAGE_COMPLETED": '"response.output_item.done" with item.type "message"',
            "THREAD_MESSAGE_INCOMPLETE": (
                '"response.output_item.done" with item.status "incomplete"'
            ),
            "ERROR": '"error"',
            "DONE": "no event: the iterator ends",
        },
    ),
    row(
        id="az.AgentsNamedToolChoiceType",
        legacy=(
            "azure.ai.agents.models.AgentsNamedToolChoiceType",
            "azure.ai.projects.models.AgentsNamedToolChoiceType",
        ),
        target='tool_choice={"type": ...}',
        results={
            "FUNCTION": '{"type": "function", "name": ...}',
            "CODE_INTERPRETER": '{"type": "code_interpreter"}',
            "FILE_SEARCH": '{"type": "file_search"}',
            "BING_GROUNDING": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "MICROSOFT_FABRIC": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "SHAREPOINT": 'no counterpart: no named tool_choice value; use "required" or "auto"',
            "AZURE_AI_SEARCH": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "BING_CUSTOM_SEARCH": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "CONNECTED_AGENT": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "DEEP_RESEARCH": (
                'no counterpart: no named tool_choice value; use "required" or "auto"'
            ),
            "MCP": '{"type": "mcp", "server_label": ...}',
            "COMPUTER_USE_PREVIEW": '{"type": "computer_use_preview"}',
        },
        notes="Tools of Azure connections cannot be named.",
    ),
    row(
        id="az.AgentsResponseFormatMode",
        legacy=("azure.ai.agents.models.AgentsResponseFormatMode",),
        target="text=PromptAgentDefinitionTextOptions(format=...)",
        results={
            "AUTO": "left out",
            "NONE": "left out",
        },
        since="2.0.0b4",
    ),
    row(
        id="az.AgentsToolChoiceOptionMode",
        legacy=("azure.ai.agents.models.AgentsToolChoiceOptionMode",),
        target='tool_choice="auto"',
        results={
            "NONE": '"none"',
            "AUTO": '"auto"',
        },
        notes='"required" is a new value.',
    ),
    row(
        id="az.AzureAISearchQueryType",
        legacy=("azure.ai.agents.models.AzureAISearchQueryType",),
        target="azure.ai.projects.models.AzureAISearchQueryType",
        results={
            "SIMPLE": "unchanged",
            "SEMANTIC": "unchanged",
            "VECTOR": "unchanged",
            "VECTOR_SIMPLE_HYBRID": "unchanged",
            "VECTOR_SEMANTIC_HYBRID": "unchanged",
        },
    ),
    row(
        id="az.ComputerUseEnvironment",
        legacy=("azure.ai.agents.models.ComputerUseEnvironment",),
        target="azure.ai.projects.models.ComputerEnvironment",
        results={
            "WINDOWS": "unchanged",
            "MAC": "unchanged",
            "LINUX": "unchanged",
            "BROWSER": "unchanged",
        },
        since="2.0.0b4",
    ),
    row(
        id="az.DoneEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("azure.ai.agents.models.DoneEvent", "azure.ai.projects.models.DoneEvent"),
        target="the code after the loop",
        results={
            "DONE": "no event: the iterator ends",
        },
    ),
    row(
        id="az.ErrorEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("azure.ai.agents.models.ErrorEvent", "azure.ai.projects.models.ErrorEvent"),
        target='event.type == "error"',
        results={
            "ERROR": '"error"',
        },
    ),
    row(
        id="az.FilePurpose",
        legacy=("azure.ai.agents.models.FilePurpose", "azure.ai.projects.models.FilePurpose"),
        target='purpose="assistants"',
        results={
            "AGENTS": '"assistants"',
            "AGENTS_OUTPUT": 'read-only value "assistants_output"',
            "VISION": '"vision"',
        },
    ),
    row(
        id="az.FileState",
        legacy=("azure.ai.agents.models.FileState", "azure.ai.projects.models.FileState"),
        target="file.status",
        results={
            "UPLOADED": '"uploaded"',
            "PENDING": "no counterpart",
            "RUNNING": "no counterpart",
            "PROCESSED": '"processed"',
            "ERROR": '"error"',
            "DELETING": "no counterpart",
            "DELETED": "no counterpart",
        },
    ),
    row(
        id="az.ImageDetailLevel",
        legacy=(
            "azure.ai.agents.models.ImageDetailLevel",
            "azure.ai.projects.models.ImageDetailLevel",
        ),
        target='detail="auto"',
        results={
            "AUTO": '"auto"',
            "LOW": '"low"',
            "HIGH": '"high"',
        },
    ),
    row(
        id="az.IncompleteDetailsReason",
        legacy=(
            "azure.ai.agents.models.IncompleteDetailsReason",
            "azure.ai.projects.models.IncompleteDetailsReason",
        ),
        target="response.incomplete_details.reason",
        results={
            "MAX_COMPLETION_TOKENS": '"max_output_tokens"',
            "MAX_PROMPT_TOKENS": "no counterpart",
        },
    ),
    row(
        id="az.ListSortOrder",
        legacy=("azure.ai.agents.models.ListSortOrder", "azure.ai.projects.models.ListSortOrder"),
        target='order="asc"',
        results={
            "ASCENDING": '"asc"',
            "DESCENDING": '"desc"',
        },
    ),
    row(
        id="az.MessageBlockType",
        legacy=(
            "azure.ai.agents.models.MessageBlockType",
            "azure.ai.projects.models.MessageBlockType",
        ),
        target='{"type": "input_text"}',
        results={
            "TEXT": '"input_text"',
            "IMAGE_FILE": '"input_image" (file_id)',
            "IMAGE_URL": '"input_image" (image_url)',
        },
    ),
    row(
        id="az.MessageIncompleteDetailsReason",
        legacy=(
            "azure.ai.agents.models.MessageIncompleteDetailsReason",
            "azure.ai.projects.models.MessageIncompleteDetailsReason",
        ),
        target="response.incomplete_details.reason",
        results={
            "CONTENT_FILTER": '"content_filter"',
            "MAX_TOKENS": '"max_output_tokens"',
            "RUN_CANCELLED": 'response.status == "cancelled"',
            "RUN_FAILED": 'response.status == "failed"',
            "RUN_EXPIRED": "no counterpart",
        },
    ),
    row(
        id="az.MessageRole",
        legacy=("azure.ai.agents.models.MessageRole", "azure.ai.projects.models.MessageRole"),
        target='"user" or "assistant"',
        results={
            "USER": '"user"',
            "AGENT": '"assistant"',
        },
        notes="Roles are plain strings.",
    ),
    row(
        id="az.MessageStatus",
        legacy=("azure.ai.agents.models.MessageStatus", "azure.ai.projects.models.MessageStatus"),
        target="item.status",
        results={
            "IN_PROGRESS": '"in_progress"',
            "INCOMPLETE": '"incomplete"',
            "COMPLETED": '"completed"',
        },
    ),
    row(
        id="az.MessageStreamEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=(
            "azure.ai.agents.models.MessageStreamEvent",
            "azure.ai.projects.models.MessageStreamEvent",
        ),
        target="event.type",
        results={
            "THREAD_MESSAGE_CREATED": '"response.output_item.added" with item.type "message"',
            "THREAD_MESSAGE_IN_PROGRESS": '"response.content_part.added"',
            "THREAD_MESSAGE_DELTA": '"response.output_text.delta"',
            "THREAD_MESSAGE_COMPLETED": '"response.output_item.done" with item.type "message"',
            "THREAD_MESSAGE_INCOMPLETE": (
                '"response.output_item.done" with item.status "incomplete"'
            ),
        },
    ),
    row(
        id="az.MouseButton",
        legacy=("azure.ai.agents.models.MouseButton",),
        target="action.button",
        results={
            "LEFT": '"left"',
            "RIGHT": '"right"',
            "WHEEL": '"wheel"',
            "BACK": '"back"',
            "FORWARD": '"forward"',
        },
    ),
    row(
        id="az.OpenApiAuthType",
        legacy=("azure.ai.agents.models.OpenApiAuthType",),
        target="azure.ai.projects.models.OpenApiAuthType",
        results={
            "ANONYMOUS": "unchanged",
            "CONNECTION": "PROJECT_CONNECTION",
            "MANAGED_IDENTITY": "unchanged",
        },
    ),
    row(
        id="az.ResponseFormat",
        legacy=("azure.ai.agents.models.ResponseFormat", "azure.ai.projects.models.ResponseFormat"),
        target="azure.ai.projects.models.TextResponseFormatJsonObject()",
        results={
            "TEXT": "TextResponseFormatText()",
            "JSON_OBJECT": "TextResponseFormatJsonObject()",
        },
        since="2.0.0",
    ),
    row(
        id="az.RunAdditionalFieldList",
        legacy=(
            "azure.ai.agents.models.RunAdditionalFieldList",
            "azure.ai.projects.models.RunAdditionalFieldList",
        ),
        target='include=["file_search_call.results"]',
        results={
            "FILE_SEARCH_CONTENTS": '"file_search_call.results"',
        },
    ),
    row(
        id="az.RunStatus",
        legacy=("azure.ai.agents.models.RunStatus", "azure.ai.projects.models.RunStatus"),
        target="response.status",
        results={
            "QUEUED": '"queued" (background only)',
            "IN_PROGRESS": '"in_progress"',
            "REQUIRES_ACTION": "no status: look for function_call or mcp_approval_request items",
            "CANCELLING": 'no counterpart (goes straight to "cancelled")',
            "CANCELLED": '"cancelled"',
            "FAILED": '"failed"',
            "COMPLETED": '"completed" (also when function calls are pending)',
            "EXPIRED": "no counterpart",
        },
        notes=(
            "Compare with plain strings. RunStatus lacked INCOMPLETE, though the old service sent "
            "it."
        ),
    ),
    row(
        id="az.RunStepErrorCode",
        legacy=(
            "azure.ai.agents.models.RunStepErrorCode",
            "azure.ai.projects.models.RunStepErrorCode",
        ),
        target="response.error.code",
        results={
            "SERVER_ERROR": '"server_error"',
            "RATE_LIMIT_EXCEEDED": '"rate_limit_exceeded"',
        },
    ),
    row(
        id="az.RunStepStatus",
        legacy=("azure.ai.agents.models.RunStepStatus", "azure.ai.projects.models.RunStepStatus"),
        target="item.status",
        results={
            "IN_PROGRESS": '"in_progress"',
            "CANCELLED": "no counterpart",
            "FAILED": '"failed" (code_interpreter_call, file_search_call, mcp_call)',
            "COMPLETED": '"completed"',
            "EXPIRED": "no counterpart",
        },
    ),
    row(
        id="az.RunStepStreamEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=(
            "azure.ai.agents.models.RunStepStreamEvent",
            "azure.ai.projects.models.RunStepStreamEvent",
        ),
        target="event.type",
        results={
            "THREAD_RUN_STEP_CREATED": '"response.output_item.added"',
            "THREAD_RUN_STEP_IN_PROGRESS": (
                '"response.code_interpreter_call.in_progress", or the like'
            ),
            "THREAD_RUN_STEP_DELTA": (
                '"response.function_call_arguments.delta", '
                '"response.code_interpreter_call_code.delta", ...'
            ),
            "THREAD_RUN_STEP_COMPLETED": '"response.output_item.done"',
            "THREAD_RUN_STEP_FAILED": (
                '"response.output_item.done" with item.status "failed", or '
                '"response.mcp_call.failed"'
            ),
            "THREAD_RUN_STEP_CANCELLED": "no event",
            "THREAD_RUN_STEP_EXPIRED": "no event",
        },
    ),
    row(
        id="az.RunStepType",
        legacy=("azure.ai.agents.models.RunStepType", "azure.ai.projects.models.RunStepType"),
        target="item.type",
        results={
            "MESSAGE_CREATION": '"message"',
            "TOOL_CALLS": "the types that end in _call",
            "ACTIVITIES": '"mcp_list_tools"',
        },
    ),
    row(
        id="az.RunStreamEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("azure.ai.agents.models.RunStreamEvent", "azure.ai.projects.models.RunStreamEvent"),
        target="event.type",
        results={
            "THREAD_RUN_CREATED": '"response.created"',
            "THREAD_RUN_QUEUED": '"response.queued"',
            "THREAD_RUN_IN_PROGRESS": '"response.in_progress"',
            "THREAD_RUN_REQUIRES_ACTION": (
                'no event: "response.output_item.done" with a function_call or '
                'mcp_approval_request item, then "response.completed"'
            ),
            "THREAD_RUN_COMPLETED": '"response.completed"',
            "THREAD_RUN_INCOMPLETE": '"response.incomplete"',
            "THREAD_RUN_FAILED": '"response.failed"',
            "THREAD_RUN_CANCELLING": "no event",
            "THREAD_RUN_CANCELLED": 'no event (response.status == "cancelled" on retrieve)',
            "THREAD_RUN_EXPIRED": "no event",
        },
    ),
    row(
        id="az.ThreadStreamEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=(
            "azure.ai.agents.models.ThreadStreamEvent",
            "azure.ai.projects.models.ThreadStreamEvent",
        ),
        target="event.type",
        results={
            "THREAD_CREATED": "no event (conversations.create returns it)",
        },
    ),
    row(
        id="az.TruncationStrategy",
        legacy=(
            "azure.ai.agents.models.TruncationStrategy",
            "azure.ai.projects.models.TruncationStrategy",
        ),
        target='truncation="auto"',
        results={
            "AUTO": '"auto"',
            "LAST_MESSAGES": "no counterpart",
        },
    ),
    row(
        id="az.VectorStoreChunkingStrategyRequestType",
        legacy=(
            "azure.ai.agents.models.VectorStoreChunkingStrategyRequestType",
            "azure.ai.projects.models.VectorStoreChunkingStrategyRequestType",
        ),
        target='{"type": "auto"}',
        results={
            "AUTO": '"auto"',
            "STATIC": '"static"',
        },
    ),
    row(
        id="az.VectorStoreChunkingStrategyResponseType",
        legacy=(
            "azure.ai.agents.models.VectorStoreChunkingStrategyResponseType",
            "azure.ai.projects.models.VectorStoreChunkingStrategyResponseType",
        ),
        target="chunking_strategy.type",
        results={
            "OTHER": '"other"',
            "STATIC": '"static"',
        },
    ),
    row(
        id="az.VectorStoreDataSourceAssetType",
        legacy=(
            "azure.ai.agents.models.VectorStoreDataSourceAssetType",
            "azure.ai.projects.models.VectorStoreDataSourceAssetType",
        ),
        target=None,
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
    ),
    row(
        id="az.VectorStoreExpirationPolicyAnchor",
        legacy=(
            "azure.ai.agents.models.VectorStoreExpirationPolicyAnchor",
            "azure.ai.projects.models.VectorStoreExpirationPolicyAnchor",
        ),
        target='{"anchor": "last_active_at"}',
        results={
            "LAST_ACTIVE_AT": '"last_active_at"',
        },
    ),
    row(
        id="az.VectorStoreFileBatchStatus",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileBatchStatus",
            "azure.ai.projects.models.VectorStoreFileBatchStatus",
        ),
        target="batch.status",
        results={
            "IN_PROGRESS": '"in_progress"',
            "COMPLETED": '"completed"',
            "CANCELLED": '"cancelled"',
            "FAILED": '"failed"',
        },
    ),
    row(
        id="az.VectorStoreFileErrorCode",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileErrorCode",
            "azure.ai.projects.models.VectorStoreFileErrorCode",
        ),
        target="file.last_error.code",
        results={
            "SERVER_ERROR": '"server_error"',
            "INVALID_FILE": '"invalid_file"',
            "UNSUPPORTED_FILE": '"unsupported_file"',
        },
    ),
    row(
        id="az.VectorStoreFileStatus",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileStatus",
            "azure.ai.projects.models.VectorStoreFileStatus",
        ),
        target="file.status",
        results={
            "IN_PROGRESS": '"in_progress"',
            "COMPLETED": '"completed"',
            "FAILED": '"failed"',
            "CANCELLED": '"cancelled"',
        },
    ),
    row(
        id="az.VectorStoreFileStatusFilter",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileStatusFilter",
            "azure.ai.projects.models.VectorStoreFileStatusFilter",
        ),
        target='filter="completed"',
        results={
            "IN_PROGRESS": '"in_progress"',
            "COMPLETED": '"completed"',
            "FAILED": '"failed"',
            "CANCELLED": '"cancelled"',
        },
    ),
    row(
        id="az.VectorStoreStatus",
        legacy=(
            "azure.ai.agents.models.VectorStoreStatus",
            "azure.ai.projects.models.VectorStoreStatus",
        ),
        target="vector_store.status",
        results={
            "EXPIRED": '"expired"',
            "IN_PROGRESS": '"in_progress"',
            "COMPLETED": '"completed"',
        },
    ),
)
