from typing import Iterable, Literal, Sequence, TypedDict

from openai.types.beta import AssistantCreateParams
from openai.types.shared_params import FunctionDefinition, Metadata


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


class ToolAssistantToolsCode(TypedDict):
    type: Literal["code_interpreter"]


class ToolAssistantToolsRetrieval(TypedDict):
    type: Literal["retrieval"]


class ToolAssistantToolsFunction(TypedDict):
    function: FunctionDefinition
    type: Literal["function"]


ToolResourcesFileSearchVectorStoreChunkingStrategy = (
    ToolResourcesFileSearchVectorStoreChunkingStrategyAuto
    | ToolResourcesFileSearchVectorStoreChunkingStrategyStatic
)
Tool = ToolAssistantToolsCode | ToolAssistantToolsRetrieval | ToolAssistantToolsFunction
