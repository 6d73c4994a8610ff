from openai.types.responses import CustomTool
