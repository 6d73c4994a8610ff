from openai.types.beta.threads import MessageDeltaEvent
