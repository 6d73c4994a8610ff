from openai.types.beta import CodeInterpreterTool
