from openai.types.beta import AssistantResponseFormat
