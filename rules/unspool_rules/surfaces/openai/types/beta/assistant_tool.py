from openai.types.beta import AssistantTool
