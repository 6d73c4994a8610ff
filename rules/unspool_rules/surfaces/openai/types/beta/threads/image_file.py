from openai.types.beta.threads import ImageFile
