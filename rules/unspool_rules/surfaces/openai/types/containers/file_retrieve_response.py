from openai.types.containers import FileRetrieveResponse
