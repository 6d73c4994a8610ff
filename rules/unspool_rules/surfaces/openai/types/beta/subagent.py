from openai.types.beta import Subagent
