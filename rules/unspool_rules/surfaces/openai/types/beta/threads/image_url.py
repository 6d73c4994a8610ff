from openai.types.beta.threads import ImageURL
