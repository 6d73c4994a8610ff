from openai.types.conversations import TextContent
