from openai.types import FileChunkingStrategy
