from openai.types.responses import ResponseIncludable
