from openai.resources.beta import AsyncBeta, Beta
from openai.resources.containers import AsyncContainers, Containers
from openai.resources.files import AsyncFiles, Files
from openai.resources.vector_stores import AsyncVectorStores, VectorStores
