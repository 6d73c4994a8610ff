from openai._models import BaseModel
from openai.types.responses import ResponseConfigurationUpdateItem, ResponseFormatTextJSONSchemaConfig
from openai.types.shared import ReasoningEffort, ResponseFormatText


class Reasoning(BaseModel):
    effort: ReasoningEffort | None


class Text(BaseModel):
    format: TextFormat


TextFormat = ResponseFormatText | ResponseFormatTextJSONSchemaConfig
