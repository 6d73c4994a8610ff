from openai.types.shared import FunctionDefinition
