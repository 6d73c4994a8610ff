from openai.types.responses import ToolChoiceShell
