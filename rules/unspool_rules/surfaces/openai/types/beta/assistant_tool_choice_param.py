from openai.types.beta import AssistantToolChoiceParam
