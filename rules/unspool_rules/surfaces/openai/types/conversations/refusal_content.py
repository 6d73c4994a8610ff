from openai.types.conversations import RefusalContent
