"""Asks an agent about a sales table and prints its answer (written for azure-ai-agents 1.x)."""

import os

from azure.ai.agents.models import CodeInterpreterTool
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"],
    credential=DefaultAzureCredential(),
)

with project_client:
    code_interpreter = CodeInterpreterTool()
    agent = project_client.agents.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="sales-analyst",
        instructions="You answer questions about sales. Compute, do not guess.",
        tools=code_interpreter.definitions,
    )

    thread = project_client.agents.threads.create()
    project_client.agents.messages.create(
        thread_id=thread.id,
        role="user",
        content="Sales were 120, 80 and 310. By how much did they grow in all?",
    )
    run = project_client.agents.runs.create_and_process(
        thread_id=thread.id,
        agent_id=agent.id,
    )
    print("Finished:", run.status)

    for message in project_client.agents.messages.list(thread_id=thread.id):
        print(message.role, message.content)

    project_client.agents.delete_agent(agent.id)
