from openai.types.responses import ToolChoiceAllowed
