from openai.types.responses import ResponseCreatedEvent
