from openai.types.beta import HostedPluginParam
