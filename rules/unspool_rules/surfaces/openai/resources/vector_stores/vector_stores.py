from openai.resources.vector_stores import AsyncVectorStores, VectorStores
