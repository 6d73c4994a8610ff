from openai.types.conversations import InputTextContent
