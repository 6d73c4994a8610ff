from openai.types.conversations import Conversation
