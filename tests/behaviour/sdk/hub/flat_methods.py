"""azure-ai-projects 1.0.0b10: a hub's connection string and flat methods."""

import os
import time

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential


def lookup(word: str) -> str:
    """Looks a word up.

    :param word: The word.
    """
    return word


client = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT_CONNECTION_STRING"]
)
with client:
    toolset = ToolSet()
    toolset.add(FunctionTool({lookup}))
    agent = client.agents.create_agent(model="m", name="a", instructions="i", toolset=toolset)
    thread = client.agents.create_thread()
    client.agents.create_message(thread_id=thread.id, role="user", content="Hello")
    run = client.agents.create_and_process_run(thread_id=thread.id, agent_id=agent.id)
    assert run.status == "completed", run
    client.agents.create_message(thread_id=thread.id, role="user", content="Again")
    run = client.agents.create_run(thread_id=thread.id, agent_id=agent.id, tools=[])
    while run.status in ("queued", "in_progress"):
        time.sleep(1)
        run = client.agents.get_run(thread_id=thread.id, run_id=run.id)
    messages = client.agents.list_messages(thread_id=thread.id)
    print(messages.get_last_text_message_by_role("assistant").text.value)
    client.agents.delete_agent(agent.id)
