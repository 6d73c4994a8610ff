from openai.types.beta import ThreadDeleted
