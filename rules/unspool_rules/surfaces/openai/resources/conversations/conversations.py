from openai.resources.conversations import AsyncConversations, Conversations
