from openai.types.beta import AssistantToolParam
