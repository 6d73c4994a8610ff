from openai.types.beta.threads import Text
