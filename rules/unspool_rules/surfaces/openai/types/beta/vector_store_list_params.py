from openai.types import VectorStoreListParams
