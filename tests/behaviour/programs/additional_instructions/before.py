from __future__ import annotations

import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageDeltaChunk
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
with client:
    agent = client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="greeter",
        instructions="Be polite.",
    )
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="Good morning!")
    with client.runs.stream(
        thread_id=thread.id,
        agent_id=agent.id,
        additional_instructions="Address the user as Jane Doe.",
    ) as stream:
        for _, data, _ in stream:
            if isinstance(data, MessageDeltaChunk):
                print(data.text, end="")
    client.delete_agent(agent.id)
