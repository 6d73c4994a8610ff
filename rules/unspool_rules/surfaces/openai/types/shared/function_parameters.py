from openai.types.shared import FunctionParameters
