from openai.types.responses import ApplyPatchTool
