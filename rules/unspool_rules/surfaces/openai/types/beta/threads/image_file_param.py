from openai.types.beta.threads import ImageFileParam
