from openai.types.beta.threads import RunListParams
