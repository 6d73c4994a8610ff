from openai.types.beta import CodeInterpreterToolParam
