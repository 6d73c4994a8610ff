from openai.types.beta import AssistantListParams
