from openai.types.beta.threads import ImageFileContentBlockParam
