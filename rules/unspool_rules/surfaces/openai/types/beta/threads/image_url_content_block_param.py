from openai.types.beta.threads import ImageURLContentBlockParam
