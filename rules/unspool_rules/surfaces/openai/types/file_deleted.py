from openai.types import FileDeleted
