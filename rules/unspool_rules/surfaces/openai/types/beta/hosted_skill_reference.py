from openai.types.beta import HostedSkillReference
