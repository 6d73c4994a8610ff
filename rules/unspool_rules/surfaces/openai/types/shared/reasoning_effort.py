from openai.types.shared import ReasoningEffort
