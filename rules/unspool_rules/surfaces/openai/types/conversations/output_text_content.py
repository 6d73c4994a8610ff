from openai.types.conversations import OutputTextContent
