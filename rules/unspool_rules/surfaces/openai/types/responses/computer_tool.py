from openai.types.responses import ComputerTool
