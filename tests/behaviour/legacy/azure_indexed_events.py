"""Events that are taken apart by index, also of a stream that no `with` enters."""

from __future__ import annotations

import os

from azure.ai.agents.models import MessageDeltaChunk
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
agent = project.agents.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"], name="guide", instructions="Be brief."
)
thread = project.agents.threads.create()
for question in ("What is a tide?", "And a current?"):
    project.agents.messages.create(thread_id=thread.id, role="user", content=question)
    run_stream = project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id)
    for part in run_stream.event_handler:
        data = part[1]
        if not isinstance(data, MessageDeltaChunk):
            continue
        print(data.delta.content[0].text.value, end="")
    print()

project.agents.messages.create(thread_id=thread.id, role="user", content="And a wave?")
with project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for event in stream:
        if event[0] == "thread.message.delta":
            print(event[1].delta.content[0].text.value, end="")
        elif event[0] == "thread.run.failed":
            print("failed", event[1].last_error)
print()
project.agents.delete_agent(agent.id)
