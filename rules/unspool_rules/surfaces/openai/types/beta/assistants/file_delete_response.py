from openai.types.beta.assistants import FileDeleteResponse
