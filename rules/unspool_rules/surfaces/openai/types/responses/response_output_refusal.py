from openai.types.responses import ResponseOutputRefusal
