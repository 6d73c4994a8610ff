from openai.types import ContainerListParams
