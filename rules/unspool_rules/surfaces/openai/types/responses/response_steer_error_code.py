from openai.types.responses import ResponseSteerErrorCode
