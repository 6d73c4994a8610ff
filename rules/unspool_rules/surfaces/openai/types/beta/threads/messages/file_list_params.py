from openai.types.beta.threads.messages import FileListParams
