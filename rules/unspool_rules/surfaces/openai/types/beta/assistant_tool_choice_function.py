from openai.types.beta import AssistantToolChoiceFunction
