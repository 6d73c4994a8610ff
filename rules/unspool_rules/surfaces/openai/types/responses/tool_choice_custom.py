from openai.types.responses import ToolChoiceCustom
