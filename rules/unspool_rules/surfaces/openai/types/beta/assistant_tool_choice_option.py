from openai.types.beta import AssistantToolChoiceOption
