from openai.types.responses import LocalSkill
