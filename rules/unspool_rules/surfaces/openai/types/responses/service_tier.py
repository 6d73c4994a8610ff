from openai.types.responses import ServiceTier
