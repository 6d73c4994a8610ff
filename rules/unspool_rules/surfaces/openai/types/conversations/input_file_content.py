from openai.types.conversations import InputFileContent
