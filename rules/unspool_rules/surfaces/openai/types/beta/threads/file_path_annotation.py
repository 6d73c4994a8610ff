from openai._models import BaseModel
from openai.types.beta.threads import FilePathAnnotation


class FilePath(BaseModel):
    file_id: str
