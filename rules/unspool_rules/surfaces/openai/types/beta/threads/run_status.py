from openai.types.beta.threads import RunStatus
