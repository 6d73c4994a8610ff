from openai._models import BaseModel
from openai.types.beta.threads import FilePathDeltaAnnotation


class FilePath(BaseModel):
    file_id: str | None
