from azure.ai.agents import AgentsClient
