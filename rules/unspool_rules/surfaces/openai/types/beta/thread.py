from openai._models import BaseModel
from openai.types.beta import Thread


class ToolResourcesCodeInterpreter(BaseModel):
    file_ids: list[str] | None


class ToolResourcesFileSearch(BaseModel):
    vector_store_ids: list[str] | None


class ToolResources(BaseModel):
    code_interpreter: ToolResourcesCodeInterpreter | None
    file_search: ToolResourcesFileSearch | None
