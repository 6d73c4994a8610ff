from openai.types.beta.threads import MessageDeleted
