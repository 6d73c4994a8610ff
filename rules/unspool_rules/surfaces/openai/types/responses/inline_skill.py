from openai.types.responses import InlineSkill
