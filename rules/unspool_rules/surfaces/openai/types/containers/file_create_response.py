from openai.types.containers import FileCreateResponse
