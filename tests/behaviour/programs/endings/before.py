from __future__ import annotations

import os

from azure.ai.agents.models import RunStatus
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)


def ask(ending: str) -> None:
    agent = project_client.agents.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="my-agent",
        instructions=f"You end like this: {ending}.",
    )
    thread = project_client.agents.threads.create()
    project_client.agents.messages.create(
        thread_id=thread.id, role="user", content="How does this end?"
    )
    run = project_client.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    if run.status == RunStatus.FAILED:
        print(f"Failed: {run.last_error}")
    elif run.status == RunStatus.EXPIRED:
        print("Expired")
    elif run.status == "incomplete":
        print(f"Incomplete: {run.incomplete_details}")
    for message in project_client.agents.messages.list(thread_id=thread.id):
        if message.text_messages:
            print(f"{message.role}: {message.text_messages[-1].text.value}")
    project_client.agents.delete_agent(agent.id)


with project_client:
    ask("complete")
    ask("fail-on-demand")
    ask("expire-on-demand")
    ask("incomplete-on-demand")
