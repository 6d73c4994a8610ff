from typing import Literal, Sequence, TypedDict

from openai.types.beta import AssistantUpdateParams
from openai.types.shared_params import FunctionDefinition


class ToolResourcesCodeInterpreter(TypedDict):
    file_ids: Sequence[str]


class ToolResourcesFileSearch(TypedDict):
    vector_store_ids: Sequence[str]


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


Tool = ToolAssistantToolsCode | ToolAssistantToolsRetrieval | ToolAssistantToolsFunction
