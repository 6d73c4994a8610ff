from openai.types.responses import ToolSearchTool
