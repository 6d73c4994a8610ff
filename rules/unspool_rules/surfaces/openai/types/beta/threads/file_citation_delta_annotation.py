from openai._models import BaseModel
from openai.types.beta.threads import FileCitationDeltaAnnotation


class FileCitation(BaseModel):
    file_id: str | None
    quote: str | None
