from openai.resources.containers.files import AsyncFiles, Files
