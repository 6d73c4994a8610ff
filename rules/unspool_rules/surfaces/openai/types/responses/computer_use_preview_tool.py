from openai.types.responses import ComputerUsePreviewTool
