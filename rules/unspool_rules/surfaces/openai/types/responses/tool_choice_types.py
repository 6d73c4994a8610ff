from openai.types.responses import ToolChoiceTypes
