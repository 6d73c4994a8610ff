from openai.types.shared import ResponseFormatText
