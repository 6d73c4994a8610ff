"""A tool that an object keeps in an attribute: its table is in the module."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_PROGRAM = """\
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolOutput
from azure.identity import DefaultAzureCredential


def lookup(key: str) -> str:
    \"\"\"Look up.

    :param key: the key
    \"\"\"
    return key.upper()


class Runner:
    def __init__(self):
        self.client = AgentsClient(
            endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
        )
        self.functions = FunctionTool({lookup})

    def ask(self, text):
        agent = self.client.create_agent(
            model="gpt-4.1", name="finder", tools=self.functions.definitions
        )
        thread = self.client.threads.create()
        self.client.messages.create(thread_id=thread.id, role="user", content=text)
        run = self.client.runs.create(thread_id=thread.id, agent_id=agent.id)
        while run.status in ("queued", "in_progress", "requires_action"):
            run = self.client.runs.get(thread_id=thread.id, run_id=run.id)
            if run.status == "requires_action":
                outputs = []
                for call in run.required_action.submit_tool_outputs.tool_calls:
                    output = self.functions.execute(call)
                    outputs.append(ToolOutput(tool_call_id=call.id, output=output))
                self.client.runs.submit_tool_outputs(
                    thread_id=thread.id, run_id=run.id, tool_outputs=outputs
                )
        return run.status
"""


def test_its_definitions_and_its_calls_are_migrated() -> None:
    after = fix_all(_PROGRAM)

    assert 'agent_functions = {"lookup": lookup}\n\n\nclass Runner:' in after
    assert "output = agent_functions[call.name](**json.loads(call.arguments))" in after
    assert "azure.ai.agents" not in after
    becomes(_PROGRAM, after)


def test_definitions_that_go_elsewhere_are_blocked() -> None:
    kept = _PROGRAM.replace(
        "        thread = self",
        "        self.shown = self.functions.definitions\n        thread = self",
    )
    assert kept != _PROGRAM
    assert "the tool object is used for something else, too" in {m for _, m in blockers(kept)}
