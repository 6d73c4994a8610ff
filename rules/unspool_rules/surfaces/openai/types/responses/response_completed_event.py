from openai.types.responses import ResponseCompletedEvent
