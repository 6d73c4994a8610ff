from openai.types.responses import InlineSkillSource
