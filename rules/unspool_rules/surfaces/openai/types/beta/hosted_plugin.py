from openai.types.beta import HostedPlugin
