from openai.types.beta import MultiAgentConfigParam
