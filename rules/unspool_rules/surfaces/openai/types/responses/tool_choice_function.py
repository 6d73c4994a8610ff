from openai.types.responses import ToolChoiceFunction
