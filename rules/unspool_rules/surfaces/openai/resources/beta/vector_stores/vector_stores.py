from openai.resources.beta.vector_stores import AsyncVectorStores, VectorStores
