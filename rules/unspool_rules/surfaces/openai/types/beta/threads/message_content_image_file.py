from openai._models import BaseModel
from openai.types.beta.threads import ImageFileContentBlock as MessageContentImageFile


class ImageFile(BaseModel):
    file_id: str
