from openai.types import FileContent
