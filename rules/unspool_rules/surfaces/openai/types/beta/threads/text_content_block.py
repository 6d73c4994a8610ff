from openai.types.beta.threads import TextContentBlock
