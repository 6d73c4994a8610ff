from openai.types import VectorStoreDeleted
