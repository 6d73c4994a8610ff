from openai.types.beta import OutputText
