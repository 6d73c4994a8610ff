from openai.types.beta.vector_stores import FileListParams
