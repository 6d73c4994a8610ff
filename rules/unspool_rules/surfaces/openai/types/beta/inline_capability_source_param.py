from openai.types.beta import InlineCapabilitySourceParam
