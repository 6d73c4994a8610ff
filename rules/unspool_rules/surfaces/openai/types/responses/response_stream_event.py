from openai.types.responses import ResponseStreamEvent
