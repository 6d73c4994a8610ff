from openai.types.responses import ResponseFailedEvent
