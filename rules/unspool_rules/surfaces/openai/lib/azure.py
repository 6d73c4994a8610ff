from openai import AsyncAzureOpenAI, AzureOpenAI
