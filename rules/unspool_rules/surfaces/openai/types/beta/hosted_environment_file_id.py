from openai.types.beta import HostedEnvironmentFileID
