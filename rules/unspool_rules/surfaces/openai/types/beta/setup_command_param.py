from openai.types.beta import SetupCommandParam
