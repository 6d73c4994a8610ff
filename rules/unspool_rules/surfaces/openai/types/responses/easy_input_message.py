from openai.types.responses import EasyInputMessage
