from openai.types.beta.threads import MessageContentDelta
