from openai.resources.beta import AsyncBeta, Beta
