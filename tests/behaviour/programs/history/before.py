from __future__ import annotations

import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import ListSortOrder
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
with client:
    agent = client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="historian",
        instructions="You remember what was said.",
    )
    thread = client.threads.create(
        messages=[
            {"role": "user", "content": "My name is Ann."},
            {"role": "assistant", "content": "Nice to meet you, Ann."},
        ]
    )
    client.messages.create(thread_id=thread.id, role="user", content="I live in Rome.")
    client.messages.create(thread_id=thread.id, role="user", content="What do you know about me?")
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    if run.status == "failed":
        print(f"Run failed: {run.last_error}")
    for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
        if message.text_messages:
            print(f"{message.role}: {message.text_messages[-1].text.value}")
    client.threads.delete(thread.id)
    client.delete_agent(agent.id)
