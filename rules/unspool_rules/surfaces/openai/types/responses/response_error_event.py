from openai.types.responses import ResponseErrorEvent
