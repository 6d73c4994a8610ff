from azure.ai.agents.telemetry import AIAgentsInstrumentor
