from typing import Iterable, Literal, Sequence, TypedDict

from openai.types.beta import CodeInterpreterToolParam, ThreadCreateParams
from openai.types.beta.threads import MessageContentPartParam
from openai.types.shared_params import Metadata


class MessageAttachmentToolFileSearch(TypedDict):
    type: Literal["file_search"]


class MessageAttachment(TypedDict):
    file_id: str
    tools: Iterable[MessageAttachmentTool]
    add_to: list[Literal["file_search", "code_interpreter"]]


class Message(TypedDict):
    content: str | Iterable[MessageContentPartParam]
    role: Literal["user", "assistant"]
    attachments: Iterable[MessageAttachment] | None
    metadata: Metadata | None
    file_ids: list[str]


class ToolResourcesCodeInterpreter(TypedDict):
    file_ids: Sequence[str]


class ToolResourcesFileSearchVectorStoreChunkingStrategyAuto(TypedDict):
    type: Literal["auto"]


class ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic(TypedDict):
    chunk_overlap_tokens: int
    max_chunk_size_tokens: int


class ToolResourcesFileSearchVectorStoreChunkingStrategyStatic(TypedDict):
    static: ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic
    type: Literal["static"]


class ToolResourcesFileSearchVectorStore(TypedDict):
    chunking_strategy: ToolResourcesFileSearchVectorStoreChunkingStrategy
    file_ids: Sequence[str]
    metadata: Metadata | None


class ToolResourcesFileSearch(TypedDict):
    vector_store_ids: Sequence[str]
    vector_stores: Iterable[ToolResourcesFileSearchVectorStore]


class ToolResources(TypedDict):
    code_interpreter: ToolResourcesCodeInterpreter
    file_search: ToolResourcesFileSearch


MessageAttachmentTool = CodeInterpreterToolParam | MessageAttachmentToolFileSearch
ToolResourcesFileSearchVectorStoreChunkingStrategy = (
    ToolResourcesFileSearchVectorStoreChunkingStrategyAuto
    | ToolResourcesFileSearchVectorStoreChunkingStrategyStatic
)
