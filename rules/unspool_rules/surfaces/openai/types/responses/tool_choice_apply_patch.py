from openai.types.responses import ToolChoiceApplyPatch
