from openai.types.beta import AssistantDeleted
