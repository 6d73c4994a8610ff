from openai.types.beta.threads import MessageContentPartParam
