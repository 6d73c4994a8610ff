from openai.types.beta.threads import ImageURLDeltaBlock
