from openai.types.beta import FunctionTool
