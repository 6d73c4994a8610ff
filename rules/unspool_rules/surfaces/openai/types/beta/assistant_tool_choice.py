from openai.types.beta import AssistantToolChoice
