from openai.types.responses import ResponseSteerEvent
