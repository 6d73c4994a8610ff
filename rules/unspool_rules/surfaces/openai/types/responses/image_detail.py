from openai.types.responses import ImageDetail
