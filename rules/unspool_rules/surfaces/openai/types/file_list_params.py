from openai.types import FileListParams
