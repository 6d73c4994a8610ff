from openai.types import FileObject
