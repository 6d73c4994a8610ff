from openai.types.responses import LocalEnvironment
