from typing import Literal

from openai._models import BaseModel
from openai.types.beta.threads import TextContentBlock as MessageContentText


class TextAnnotationFileCitationFileCitation(BaseModel):
    file_id: str
    quote: str


class TextAnnotationFileCitation(BaseModel):
    end_index: int
    file_citation: TextAnnotationFileCitationFileCitation
    start_index: int
    text: str
    type: Literal["file_citation"]


class TextAnnotationFilePathFilePath(BaseModel):
    file_id: str


class TextAnnotationFilePath(BaseModel):
    end_index: int
    file_path: TextAnnotationFilePathFilePath
    start_index: int
    text: str
    type: Literal["file_path"]


class Text(BaseModel):
    annotations: list[TextAnnotation]
    value: str


TextAnnotation = TextAnnotationFileCitation | TextAnnotationFilePath
