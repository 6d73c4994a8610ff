from typing import Literal

from openai._models import BaseModel
from openai.types.beta import Assistant
from openai.types.shared import FunctionDefinition


class ToolResourcesCodeInterpreter(BaseModel):
    file_ids: list[str] | None


class ToolResourcesFileSearch(BaseModel):
    vector_store_ids: list[str] | None


class ToolResources(BaseModel):
    code_interpreter: ToolResourcesCodeInterpreter | None
    file_search: ToolResourcesFileSearch | None


class ToolCodeInterpreter(BaseModel):
    type: Literal["code_interpreter"]


class ToolRetrieval(BaseModel):
    type: Literal["retrieval"]


class ToolFunction(BaseModel):
    function: FunctionDefinition
    type: Literal["function"]


Tool = ToolCodeInterpreter | ToolRetrieval | ToolFunction
