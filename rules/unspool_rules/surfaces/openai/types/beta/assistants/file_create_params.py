from openai.types.beta.assistants import FileCreateParams
