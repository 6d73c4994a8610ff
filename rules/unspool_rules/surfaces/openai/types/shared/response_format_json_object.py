from openai.types.shared import ResponseFormatJSONObject
