from openai.types.responses import ContainerReference
