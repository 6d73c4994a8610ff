from openai.types.responses import ToolChoiceOptions
