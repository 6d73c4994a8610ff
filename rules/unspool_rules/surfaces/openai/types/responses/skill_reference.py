from openai.types.responses import SkillReference
