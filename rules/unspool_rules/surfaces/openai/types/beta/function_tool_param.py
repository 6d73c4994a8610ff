from openai.types.beta import FunctionToolParam
