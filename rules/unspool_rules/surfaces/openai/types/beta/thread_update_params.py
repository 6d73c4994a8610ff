from typing import Sequence, TypedDict

from openai.types.beta import ThreadUpdateParams


class ToolResourcesCodeInterpreter(TypedDict):
    file_ids: Sequence[str]


class ToolResourcesFileSearch(TypedDict):
    vector_store_ids: Sequence[str]


class ToolResources(TypedDict):
    code_interpreter: ToolResourcesCodeInterpreter
    file_search: ToolResourcesFileSearch
