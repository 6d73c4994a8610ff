from openai.types.containers import FileListResponse
