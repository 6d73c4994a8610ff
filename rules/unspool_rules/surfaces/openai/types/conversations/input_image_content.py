from openai.types.conversations import InputImageContent
