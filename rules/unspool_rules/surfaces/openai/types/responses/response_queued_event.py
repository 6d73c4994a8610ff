from openai.types.responses import ResponseQueuedEvent
