from openai._models import BaseModel
from openai.types.responses import ResponseFileSearchToolCall


class Result(BaseModel):
    attributes: dict[str, str | float | bool] | None
    file_id: str | None
    filename: str | None
    score: float | None
    text: str | None
