from openai.types.responses import ResponseInput
