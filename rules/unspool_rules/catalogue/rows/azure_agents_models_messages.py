"""Messages, annotations, files and vector stores of azure-ai-agents 1.x, as models."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AZURE_MESSAGE_RESULTS,
    FILE_RESULTS,
    MESSAGE_PARAMS,
    STORE_BATCH_RESULTS,
    STORE_FILE_RESULTS,
    STORE_RESULTS,
    THREAD_PARAMS,
    THREAD_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS402",
    kind=Kind.MODEL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; openai 3.54.0: openai/types/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.AgentThread",
        legacy=("azure.ai.agents.models.AgentThread", "azure.ai.projects.models.AgentThread"),
        target="openai.types.conversations.Conversation",
        results=THREAD_RESULTS,
    ),
    row(
        id="az.AgentThreadCreationOptions",
        legacy=(
            "azure.ai.agents.models.AgentThreadCreationOptions",
            "azure.ai.projects.models.AgentThreadCreationOptions",
        ),
        target="openai_client.conversations.create(items=..., metadata=...)",
        params=pick(THREAD_PARAMS, "messages tool_resources metadata"),
        notes="Its fields become keyword arguments of conversations.create.",
    ),
    row(
        id="az.FileInfo",
        legacy=("azure.ai.agents.models.FileInfo",),
        target="openai.types.FileObject",
        results=FILE_RESULTS,
    ),
    row(
        id="az.FileListResponse",
        legacy=(
            "azure.ai.agents.models.FileListResponse",
            "azure.ai.projects.models.FileListResponse",
        ),
        target="openai.pagination.SyncCursorPage[FileObject]",
        results={
            "object": "dropped",
            "data": "page.data, the first page only",
        },
    ),
    row(
        id="az.FileSearchToolCallContent",
        legacy=(
            "azure.ai.agents.models.FileSearchToolCallContent",
            "azure.ai.projects.models.FileSearchToolCallContent",
        ),
        target="openai.types.responses.response_file_search_tool_call.Result",
        results={
            "type": "dropped",
            "text": "result.text",
        },
    ),
    row(
        id="az.MessageAttachment",
        legacy=(
            "azure.ai.agents.models.MessageAttachment",
            "azure.ai.projects.models.MessageAttachment",
        ),
        target=None,
        params={
            "file_id": (
                '{"type": "input_file", "file_id": ...}, or a file id of a vector store or '
                "container"
            ),
            "data_source": "no counterpart: upload the file",
            "tools": "dropped: decide for each tool",
        },
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageContent",
        legacy=("azure.ai.agents.models.MessageContent", "azure.ai.projects.models.MessageContent"),
        target="openai.types.conversations.message.Content",
        results={
            "type": 'part.type: "output_text", "input_text", "input_image"',
        },
        notes="The union of the types of part.",
    ),
    row(
        id="az.MessageImageFileContent",
        legacy=(
            "azure.ai.agents.models.MessageImageFileContent",
            "azure.ai.projects.models.MessageImageFileContent",
        ),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageImageFileDetails",
        legacy=(
            "azure.ai.agents.models.MessageImageFileDetails",
            "azure.ai.projects.models.MessageImageFileDetails",
        ),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageImageFileParam",
        legacy=(
            "azure.ai.agents.models.MessageImageFileParam",
            "azure.ai.projects.models.MessageImageFileParam",
        ),
        target='{"type": "input_image", "file_id": ..., "detail": ...}',
        params={
            "file_id": '"file_id"',
            "detail": '"detail"',
        },
        notes="Part of the input_image part: the nested object is flattened.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageImageUrlParam",
        legacy=(
            "azure.ai.agents.models.MessageImageUrlParam",
            "azure.ai.projects.models.MessageImageUrlParam",
        ),
        target='{"type": "input_image", "image_url": ..., "detail": ...}',
        params={
            "url": '"image_url"',
            "detail": '"detail"',
        },
        notes="Part of the input_image part: the nested object is flattened.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageIncompleteDetails",
        legacy=(
            "azure.ai.agents.models.MessageIncompleteDetails",
            "azure.ai.projects.models.MessageIncompleteDetails",
        ),
        target="response.incomplete_details",
        results={
            "reason": "response.incomplete_details.reason",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageInputContentBlock",
        legacy=(
            "azure.ai.agents.models.MessageInputContentBlock",
            "azure.ai.projects.models.MessageInputContentBlock",
        ),
        target="openai.types.responses.ResponseInputContentParam",
        results={
            "type": '"input_text" or "input_image"',
        },
    ),
    row(
        id="az.MessageInputImageFileBlock",
        legacy=(
            "azure.ai.agents.models.MessageInputImageFileBlock",
            "azure.ai.projects.models.MessageInputImageFileBlock",
        ),
        target='{"type": "input_image", "file_id": ..., "detail": ...}',
        params={
            "type": '"input_image"',
            "image_file": '"file_id" and "detail"',
        },
        notes="The nested object is flattened.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageInputImageUrlBlock",
        legacy=(
            "azure.ai.agents.models.MessageInputImageUrlBlock",
            "azure.ai.projects.models.MessageInputImageUrlBlock",
        ),
        target='{"type": "input_image", "image_url": ..., "detail": ...}',
        params={
            "type": '"input_image"',
            "image_url": '"image_url", a string, and "detail"',
        },
        notes="The nested object is flattened; data: URLs are allowed, as before.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageInputTextBlock",
        legacy=(
            "azure.ai.agents.models.MessageInputTextBlock",
            "azure.ai.projects.models.MessageInputTextBlock",
        ),
        target='{"type": "input_text", "text": ...}',
        params={
            "type": '"input_text"',
            "text": '"text"',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageTextAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageTextAnnotation",
            "azure.ai.projects.models.MessageTextAnnotation",
        ),
        target="openai.types.responses.response_output_text.Annotation",
        results={
            "type": "annotation.type",
            "text": (
                "no counterpart; part.text[annotation.start_index:annotation.end_index] for URLs"
            ),
        },
        notes="No annotation has the text it stands for any more.",
    ),
    row(
        id="az.MessageTextContent",
        legacy=(
            "azure.ai.agents.models.MessageTextContent",
            "azure.ai.projects.models.MessageTextContent",
        ),
        target="openai.types.responses.ResponseOutputText",
        results={
            "type": 'part.type, "output_text"',
            "text": "the part itself",
        },
        notes=(
            "Parts that a user wrote are openai.types.responses.ResponseInputText. .text.value is "
            "now .text."
        ),
    ),
    row(
        id="az.MessageTextDetails",
        legacy=(
            "azure.ai.agents.models.MessageTextDetails",
            "azure.ai.projects.models.MessageTextDetails",
        ),
        target="openai.types.responses.ResponseOutputText",
        results={
            "value": "part.text",
            "annotations": "part.annotations",
        },
        notes=".text.value is now .text, .text.annotations is .annotations.",
    ),
    row(
        id="az.MessageTextFileCitationAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageTextFileCitationAnnotation",
            "azure.ai.projects.models.MessageTextFileCitationAnnotation",
        ),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        results={
            "type": '"file_citation"',
            "text": "dropped",
            "file_citation": "the annotation itself",
            "start_index": "no counterpart: only annotation.index",
            "end_index": "no counterpart: only annotation.index",
        },
        notes=(
            "No start or end, no text, no quote: code that replaces annotation.text needs a new "
            "design."
        ),
    ),
    row(
        id="az.MessageTextFileCitationDetails",
        legacy=(
            "azure.ai.agents.models.MessageTextFileCitationDetails",
            "azure.ai.projects.models.MessageTextFileCitationDetails",
        ),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        results={
            "file_id": "annotation.file_id",
            "quote": "item.results of the file_search_call, with include=",
        },
    ),
    row(
        id="az.MessageTextFilePathAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageTextFilePathAnnotation",
            "azure.ai.projects.models.MessageTextFilePathAnnotation",
        ),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        results={
            "type": '"container_file_citation"',
            "text": "part.text[annotation.start_index:annotation.end_index]",
            "file_path": "the annotation itself",
            "start_index": "annotation.start_index",
            "end_index": "annotation.end_index",
        },
        notes="Outside the code interpreter: AnnotationFilePath.",
    ),
    row(
        id="az.MessageTextFilePathDetails",
        legacy=(
            "azure.ai.agents.models.MessageTextFilePathDetails",
            "azure.ai.projects.models.MessageTextFilePathDetails",
        ),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        results={
            "file_id": "annotation.file_id, with annotation.container_id",
        },
    ),
    row(
        id="az.MessageTextUrlCitationAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageTextUrlCitationAnnotation",
            "azure.ai.projects.models.MessageTextUrlCitationAnnotation",
        ),
        target="openai.types.responses.response_output_text.AnnotationURLCitation",
        results={
            "type": '"url_citation"',
            "text": "part.text[annotation.start_index:annotation.end_index]",
            "url_citation": "the annotation itself",
            "start_index": "annotation.start_index",
            "end_index": "annotation.end_index",
        },
    ),
    row(
        id="az.MessageTextUrlCitationDetails",
        legacy=(
            "azure.ai.agents.models.MessageTextUrlCitationDetails",
            "azure.ai.projects.models.MessageTextUrlCitationDetails",
        ),
        target="openai.types.responses.response_output_text.AnnotationURLCitation",
        results={
            "url": "annotation.url",
            "title": "annotation.title",
        },
    ),
    row(
        id="az.ThreadMessage",
        legacy=("azure.ai.agents.models.ThreadMessage", "azure.ai.projects.models.ThreadMessage"),
        target="openai.types.conversations.Message",
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "A stored item is an openai.types.conversations.Message, fresh output an "
            "openai.types.responses.ResponseOutputMessage."
        ),
    ),
    row(
        id="az.ThreadMessageOptions",
        legacy=(
            "azure.ai.agents.models.ThreadMessageOptions",
            "azure.ai.projects.models.ThreadMessageOptions",
        ),
        target="openai.types.responses.EasyInputMessageParam",
        params=pick(MESSAGE_PARAMS, "role content attachments metadata"),
    ),
    row(
        id="az.VectorStore",
        legacy=("azure.ai.agents.models.VectorStore", "azure.ai.projects.models.VectorStore"),
        target="openai.types.VectorStore",
        results=STORE_RESULTS,
    ),
    row(
        id="az.VectorStoreAutoChunkingStrategyRequest",
        legacy=(
            "azure.ai.agents.models.VectorStoreAutoChunkingStrategyRequest",
            "azure.ai.projects.models.VectorStoreAutoChunkingStrategyRequest",
        ),
        target='{"type": "auto"}',
        params={
            "type": "unchanged",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreAutoChunkingStrategyResponse",
        legacy=(
            "azure.ai.agents.models.VectorStoreAutoChunkingStrategyResponse",
            "azure.ai.projects.models.VectorStoreAutoChunkingStrategyResponse",
        ),
        target="openai.types.OtherFileChunkingStrategyObject",
        results={
            "type": "unchanged",
        },
    ),
    row(
        id="az.VectorStoreChunkingStrategyRequest",
        legacy=(
            "azure.ai.agents.models.VectorStoreChunkingStrategyRequest",
            "azure.ai.projects.models.VectorStoreChunkingStrategyRequest",
        ),
        target="openai.types.FileChunkingStrategyParam",
        results={
            "type": "unchanged",
        },
    ),
    row(
        id="az.VectorStoreChunkingStrategyResponse",
        legacy=(
            "azure.ai.agents.models.VectorStoreChunkingStrategyResponse",
            "azure.ai.projects.models.VectorStoreChunkingStrategyResponse",
        ),
        target="openai.types.FileChunkingStrategy",
        results={
            "type": "unchanged",
        },
    ),
    row(
        id="az.VectorStoreConfiguration",
        legacy=(
            "azure.ai.agents.models.VectorStoreConfiguration",
            "azure.ai.projects.models.VectorStoreConfiguration",
        ),
        target=None,
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreConfigurations",
        legacy=(
            "azure.ai.agents.models.VectorStoreConfigurations",
            "azure.ai.projects.models.VectorStoreConfigurations",
        ),
        target=None,
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreDataSource",
        legacy=(
            "azure.ai.agents.models.VectorStoreDataSource",
            "azure.ai.projects.models.VectorStoreDataSource",
        ),
        target=None,
        blocked="Azure data sources have no counterpart: upload the files to a vector store",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreExpirationPolicy",
        legacy=(
            "azure.ai.agents.models.VectorStoreExpirationPolicy",
            "azure.ai.projects.models.VectorStoreExpirationPolicy",
        ),
        target='{"anchor": "last_active_at", "days": ...}',
        params={
            "anchor": '"anchor"',
            "days": '"days"',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreFile",
        legacy=(
            "azure.ai.agents.models.VectorStoreFile",
            "azure.ai.projects.models.VectorStoreFile",
        ),
        target="openai.types.vector_stores.VectorStoreFile",
        results=STORE_FILE_RESULTS,
    ),
    row(
        id="az.VectorStoreFileBatch",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileBatch",
            "azure.ai.projects.models.VectorStoreFileBatch",
        ),
        target="openai.types.vector_stores.VectorStoreFileBatch",
        results=STORE_BATCH_RESULTS,
    ),
    row(
        id="az.VectorStoreFileCount",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileCount",
            "azure.ai.projects.models.VectorStoreFileCount",
        ),
        target="openai.types.vector_store.FileCounts",
        results={
            "in_progress": "unchanged",
            "completed": "unchanged",
            "failed": "unchanged",
            "cancelled": "unchanged",
            "total": "unchanged",
        },
    ),
    row(
        id="az.VectorStoreFileError",
        legacy=(
            "azure.ai.agents.models.VectorStoreFileError",
            "azure.ai.projects.models.VectorStoreFileError",
        ),
        target="openai.types.vector_stores.vector_store_file.LastError",
        results={
            "code": "unchanged",
            "message": "unchanged",
        },
    ),
    row(
        id="az.VectorStoreStaticChunkingStrategyOptions",
        legacy=(
            "azure.ai.agents.models.VectorStoreStaticChunkingStrategyOptions",
            "azure.ai.projects.models.VectorStoreStaticChunkingStrategyOptions",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        params={
            "max_chunk_size_tokens": "unchanged",
            "chunk_overlap_tokens": "unchanged",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreStaticChunkingStrategyRequest",
        legacy=(
            "azure.ai.agents.models.VectorStoreStaticChunkingStrategyRequest",
            "azure.ai.projects.models.VectorStoreStaticChunkingStrategyRequest",
        ),
        target='{"type": "static", "static": {...}}',
        params={
            "type": '"static"',
            "static": '"static"',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.VectorStoreStaticChunkingStrategyResponse",
        legacy=(
            "azure.ai.agents.models.VectorStoreStaticChunkingStrategyResponse",
            "azure.ai.projects.models.VectorStoreStaticChunkingStrategyResponse",
        ),
        target="openai.types.StaticFileChunkingStrategyObject",
        results={
            "type": "unchanged",
            "static": "unchanged",
        },
    ),
    row(
        id="az.ThreadMessage.text_messages",
        legacy=(
            "azure.ai.agents.models.ThreadMessage.text_messages",
            "azure.ai.projects.models.ThreadMessage.text_messages",
        ),
        target=(
            '[part for part in item.content if part.type == "input_text" or part.type == '
            '"output_text"]'
        ),
        results={
            "[-1].text.value": "text of the last part",
        },
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
            "openai/types/responses/response_output_text.py"
        ),
    ),
    row(
        id="az.ThreadMessage.image_contents",
        legacy=(
            "azure.ai.agents.models.ThreadMessage.image_contents",
            "azure.ai.projects.models.ThreadMessage.image_contents",
        ),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "image_file.file_id": "note.file_id, with note.container_id",
        },
        notes=(
            "Generated images are image_generation_call items; those of the code interpreter are "
            "files in its container."
        ),
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
            "openai/types/responses/response_output_text.py"
        ),
    ),
    row(
        id="az.ThreadMessage.file_citation_annotations",
        legacy=(
            "azure.ai.agents.models.ThreadMessage.file_citation_annotations",
            "azure.ai.projects.models.ThreadMessage.file_citation_annotations",
        ),
        target='[note for note in part.annotations if note.type == "file_citation"]',
        results={
            "file_citation.file_id": "note.file_id",
            "text": "no counterpart",
            "start_index": "no counterpart",
            "end_index": "no counterpart",
            "file_citation.quote": "no counterpart",
        },
        notes=(
            "A citation of a file has no text to replace any more: code that puts footnotes in "
            "place of annotation.text needs a new design."
        ),
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
            "openai/types/responses/response_output_text.py"
        ),
    ),
    row(
        id="az.ThreadMessage.file_path_annotations",
        legacy=(
            "azure.ai.agents.models.ThreadMessage.file_path_annotations",
            "azure.ai.projects.models.ThreadMessage.file_path_annotations",
        ),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "file_path.file_id": "note.file_id, with note.container_id",
            "text": "part.text[note.start_index:note.end_index]",
        },
        notes='Outside the code interpreter the type is "file_path".',
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
            "openai/types/responses/response_output_text.py"
        ),
    ),
    row(
        id="az.ThreadMessage.url_citation_annotations",
        legacy=(
            "azure.ai.agents.models.ThreadMessage.url_citation_annotations",
            "azure.ai.projects.models.ThreadMessage.url_citation_annotations",
        ),
        target='[note for note in part.annotations if note.type == "url_citation"]',
        results={
            "url_citation.url": "note.url",
            "url_citation.title": "note.title",
            "text": "part.text[note.start_index:note.end_index]",
        },
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
            "openai/types/responses/response_output_text.py"
        ),
    ),
)
