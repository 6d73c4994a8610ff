from openai.types.beta.assistants import FileListParams
