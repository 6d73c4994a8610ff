from openai.resources.containers import AsyncContainers, Containers
