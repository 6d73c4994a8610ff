from openai.types.responses import ResponseStatus
