from openai.types.beta import MultiAgentConfig
