"""Types of Assistants v1 (before openai 1.21.0): retrieval, assistant files, message files."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import MESSAGE_RESULTS, pick

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 1.20.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.RetrievalTool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.RetrievalTool",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "type": "dropped: the class implies it",
        },
        notes=(
            "Part of Assistants v1, removed in openai 1.21.0. Put the files of the assistant into "
            "a vector store first."
        ),
    ),
    row(
        id="oa.types.RetrievalToolParam",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.RetrievalToolParam",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "type": "dropped: the class implies it",
        },
        notes=(
            "Part of Assistants v1, removed in openai 1.21.0. Put the files of the assistant into "
            "a vector store first."
        ),
    ),
    row(
        id="oa.types.AssistantResponseFormat",
        legacy=("openai.types.beta.AssistantResponseFormat",),
        target="azure.ai.projects.models.TextResponseFormat",
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        since="2.0.0",
    ),
    row(
        id="oa.types.AssistantResponseFormatParam",
        legacy=("openai.types.beta.AssistantResponseFormatParam",),
        target="azure.ai.projects.models.TextResponseFormat",
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        since="2.0.0",
    ),
    row(
        id="oa.types.assistants.AssistantFile",
        legacy=("openai.types.beta.assistants.AssistantFile",),
        target="openai.types.vector_stores.VectorStoreFile",
        results={
            "id": "file.id",
            "assistant_id": "dropped",
            "created_at": "file.created_at",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.assistants.FileDeleteResponse",
        legacy=("openai.types.beta.assistants.FileDeleteResponse",),
        target="openai.types.vector_stores.VectorStoreFileDeleted",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.assistants.FileCreateParams",
        legacy=("openai.types.beta.assistants.FileCreateParams",),
        target="openai.types.vector_stores.FileCreateParams",
        params={
            "file_id": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.assistants.FileListParams",
        legacy=("openai.types.beta.assistants.FileListParams",),
        target="openai.types.vector_stores.FileListParams",
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.threads.messages.MessageFile",
        legacy=("openai.types.beta.threads.messages.MessageFile",),
        target="openai.types.responses.ResponseInputFile",
        results={
            "id": "part.file_id",
            "message_id": "item.id",
            "created_at": "dropped",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.threads.messages.FileListParams",
        legacy=("openai.types.beta.threads.messages.FileListParams",),
        target=None,
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        blocked=(
            "message files are not listed: look for input_file parts in the content of the item"
        ),
    ),
    row(
        id="oa.types.threads.ThreadMessage",
        legacy=("openai.types.beta.threads.ThreadMessage",),
        target="openai.types.conversations.Message",
        results=pick(
            MESSAGE_RESULTS,
            (
                "id object created_at thread_id status incomplete_details completed_at "
                "incomplete_at role content content[0].text.value content[i].text.annotations "
                "assistant_id run_id attachments metadata file_ids"
            ),
        ),
        notes="Later named openai.types.beta.threads.Message.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.MessageContentText",
        legacy=("openai.types.beta.threads.MessageContentText",),
        target="openai.types.responses.ResponseOutputText",
        results={
            "text.value": "part.text",
            "text.annotations": "part.annotations",
        },
        notes="Later named TextContentBlock.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.MessageContentImageFile",
        legacy=("openai.types.beta.threads.MessageContentImageFile",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.runs.CodeToolCall",
        legacy=("openai.types.beta.threads.runs.CodeToolCall",),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "code_interpreter.input": "item.code",
            "code_interpreter.outputs": "item.outputs, with include=",
        },
        notes="Later named CodeInterpreterToolCall.",
        source="openai 1.2.0: openai/types/beta/threads/runs/",
    ),
    row(
        id="oa.types.threads.runs.RetrievalToolCall",
        legacy=("openai.types.beta.threads.runs.RetrievalToolCall",),
        target="openai.types.responses.ResponseFileSearchToolCall",
        results={
            "retrieval": "item.queries and item.results",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.threads.runs.RetrievalToolCallDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.RetrievalToolCallDelta",),
        target="openai.types.responses.ResponseFileSearchCallInProgressEvent",
        notes="Part of Assistants v1, removed in openai 1.21.0.",
    ),
    row(
        id="oa.types.assistant.ToolCodeInterpreter",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant.ToolCodeInterpreter",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant.ToolRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant.ToolRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.assistant.ToolFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant.ToolFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.assistant_create_params.ToolAssistantToolsCode",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_create_params.ToolAssistantToolsCode",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant_create_params.ToolAssistantToolsRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_create_params.ToolAssistantToolsRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.assistant_create_params.ToolAssistantToolsFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_create_params.ToolAssistantToolsFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.assistant_update_params.ToolAssistantToolsCode",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_update_params.ToolAssistantToolsCode",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant_update_params.ToolAssistantToolsRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_update_params.ToolAssistantToolsRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.assistant_update_params.ToolAssistantToolsFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_update_params.ToolAssistantToolsFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolAssistantToolsCode",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.thread_create_and_run_params.ToolAssistantToolsCode",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolAssistantToolsRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.thread_create_and_run_params.ToolAssistantToolsRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolAssistantToolsFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.thread_create_and_run_params.ToolAssistantToolsFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.threads.message_content_image_file.ImageFile",
        legacy=("openai.types.beta.threads.message_content_image_file.ImageFile",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.TextAnnotationFileCitationFileCitation",
        legacy=(
            "openai.types.beta.threads.message_content_text.TextAnnotationFileCitationFileCitation",
        ),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.TextAnnotationFileCitation",
        legacy=("openai.types.beta.threads.message_content_text.TextAnnotationFileCitation",),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.TextAnnotationFilePathFilePath",
        legacy=("openai.types.beta.threads.message_content_text.TextAnnotationFilePathFilePath",),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.TextAnnotationFilePath",
        legacy=("openai.types.beta.threads.message_content_text.TextAnnotationFilePath",),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.Text",
        legacy=("openai.types.beta.threads.message_content_text.Text",),
        target="openai.types.responses.ResponseOutputText",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.message_content_text.TextAnnotation",
        legacy=("openai.types.beta.threads.message_content_text.TextAnnotation",),
        target="openai.types.responses.response_output_text.Annotation",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.run.ToolAssistantToolsCode",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run.ToolAssistantToolsCode",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.threads.run.ToolAssistantToolsRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run.ToolAssistantToolsRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.threads.run.ToolAssistantToolsFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run.ToolAssistantToolsFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.threads.run_create_params.ToolAssistantToolsCode",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run_create_params.ToolAssistantToolsCode",),
        target=(
            "azure.ai.projects.models.CodeInterpreterTool(container=AutoCodeInterpreterToolParam(.."
            ".))"
        ),
        notes="Renamed or dropped with Assistants v2.",
        since="2.0.0",
    ),
    row(
        id="oa.types.threads.run_create_params.ToolAssistantToolsRetrieval",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run_create_params.ToolAssistantToolsRetrieval",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.threads.run_create_params.ToolAssistantToolsFunction",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run_create_params.ToolAssistantToolsFunction",),
        target="azure.ai.projects.models.FunctionTool(name=..., parameters=..., strict=False)",
        notes="Renamed or dropped with Assistants v2.",
    ),
    row(
        id="oa.types.threads.runs.code_tool_call.CodeInterpreterOutputLogs",
        legacy=("openai.types.beta.threads.runs.code_tool_call.CodeInterpreterOutputLogs",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputLogs",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.runs.code_tool_call.CodeInterpreterOutputImageImage",
        legacy=("openai.types.beta.threads.runs.code_tool_call.CodeInterpreterOutputImageImage",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.runs.code_tool_call.CodeInterpreterOutputImage",
        legacy=("openai.types.beta.threads.runs.code_tool_call.CodeInterpreterOutputImage",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.runs.code_tool_call.CodeInterpreter",
        legacy=("openai.types.beta.threads.runs.code_tool_call.CodeInterpreter",),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.runs.code_tool_call.CodeInterpreterOutput",
        legacy=("openai.types.beta.threads.runs.code_tool_call.CodeInterpreterOutput",),
        target="openai.types.responses.response_code_interpreter_tool_call.Output",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
    row(
        id="oa.types.threads.thread_message.Content",
        legacy=("openai.types.beta.threads.thread_message.Content",),
        target="openai.types.conversations.message.Content",
        notes="Renamed or dropped with Assistants v2.",
        source="openai 1.2.0: openai/types/beta/threads/",
    ),
)
