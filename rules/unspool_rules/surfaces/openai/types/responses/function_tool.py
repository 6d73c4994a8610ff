from openai.types.responses import FunctionTool
