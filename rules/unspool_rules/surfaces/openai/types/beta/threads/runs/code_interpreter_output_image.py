from openai._models import BaseModel
from openai.types.beta.threads.runs import CodeInterpreterOutputImage


class Image(BaseModel):
    file_id: str | None
