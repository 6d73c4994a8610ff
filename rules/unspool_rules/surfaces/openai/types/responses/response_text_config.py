from openai.types.responses import ResponseTextConfig
