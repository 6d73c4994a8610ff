from openai.types.responses import ToolChoiceMcp
