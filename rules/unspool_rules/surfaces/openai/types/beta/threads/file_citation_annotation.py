from openai._models import BaseModel
from openai.types.beta.threads import FileCitationAnnotation


class FileCitation(BaseModel):
    file_id: str
    quote: str
