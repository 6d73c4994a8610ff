"""azure-ai-agents: an event handler that runs functions while it streams."""

import os

from azure.ai.agents.models import AgentEventHandler, FunctionTool, ToolSet
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Handler(AgentEventHandler):
    def on_message_delta(self, delta):
        print(delta.text, end="")

    def on_thread_run(self, run):
        print(f"[{run.status}]")

    def on_run_step(self, step):
        print(f"[{step.type} {step.status}]")

    def on_done(self):
        print("[done]")


def lookup(word: str, count: int = 2) -> str:
    """Looks a word up.

    :param word: The word.
    :param count: How often.
    """
    return f"{word}{count}"


client = AIProjectClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
with client:
    agents = client.agents
    toolset = ToolSet()
    toolset.add(FunctionTool({lookup}))
    agents.enable_auto_function_calls(toolset)
    agent = agents.create_agent(model="m", name="a", toolset=toolset)
    thread = agents.threads.create()
    agents.messages.create(thread.id, role="user", content="Look it up")
    with agents.runs.stream(
        thread_id=thread.id, agent_id=agent.id, event_handler=Handler()
    ) as stream:
        stream.until_done()
    agents.delete_agent(agent.id)
