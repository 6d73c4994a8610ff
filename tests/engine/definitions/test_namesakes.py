"""Two agents of one name would be two versions of one agent."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = """\
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("endpoint", DefaultAzureCredential())
"""
BLOCK = 'two agents are named "my-agent": the second would replace the first'


RUNS = """\
for agent_id in (one.id, two.id):
    client.runs.create_and_process(thread_id="t", agent_id=agent_id)
"""


@pytest.mark.parametrize("second", ["my-agent", "my_agent", "my agent!"])
def test_made_one_after_the_other(second: str) -> None:
    source = HEAD + (
        'one = client.create_agent(model="m", name="my-agent", instructions="a")\n'
        f'two = client.create_agent(model="m", name="{second}", instructions="b")\n{RUNS}'
    )
    assert BLOCK in [message for _, message in blockers(source)]


TWO = """\
one = client.create_agent(model="m", name="my-agent", instructions="a")
two = client.create_agent(model="m", name="my-agent", instructions="b")
thread = client.threads.create()
print(f"made {one.id} and {two.id}")
client.runs.create_and_process(thread_id=thread.id, agent_id=one.id)
run = client.runs.create(thread_id=thread.id, agent_id=two.id)
"""


def test_told_apart_by_their_versions() -> None:
    after = fix_all(HEAD + TWO + "client.delete_agent(one.id)\n")
    for name in ("one", "two"):
        lines = (
            f'                "name": {name}.name,\n',
            f'                "version": {name}.version,\n',
        )
        assert "".join(line[4:] for line in lines) in after
    assert "client.agents.delete_version(agent_name=one.name, agent_version=one.version)" in after
    assert not blockers(HEAD + TWO)


@pytest.mark.parametrize(
    "more",
    [
        "kept = [one.id]\n",
        "client.update_agent(two.id, instructions='c')\n",
        "def later(): return two.id\n",
    ],
)
def test_not_told_apart(more: str) -> None:
    assert BLOCK in [message for _, message in blockers(HEAD + TWO + more)]


def test_made_the_one_or_the_other() -> None:
    source = HEAD + (
        'if input():\n    a = client.create_agent(model="m", name="my-agent", instructions="a")\n'
        'else:\n    a = client.create_agent(model="m", name="my-agent", instructions="b")\n'
    )
    assert not blockers(source)


def test_made_when_the_first_is_gone() -> None:
    source = HEAD + (
        'one = client.create_agent(model="m", name="my-agent", instructions="a")\n'
        "client.delete_agent(one.id)\n"
        'two = client.create_agent(model="m", name="my-agent", instructions="b")\n'
    )
    assert not blockers(source)


def test_made_elsewhere() -> None:
    source = HEAD + (
        'def one(): return client.create_agent(model="m", name="my-agent", instructions="a")\n'
        'def two(): return client.create_agent(model="m", name="my-agent", instructions="b")\n'
    )
    assert not blockers(source)
    assert 'another agent of this file is named "my-agent", too: one version each' in notes(source)


def test_a_line_behind_a_suite_on_one_line() -> None:
    source = """\
from azure.ai.projects import AIProjectClient


class Bot:
    def __init__(self, project: AIProjectClient): self.project = project
    def start(self): self.thread = self.project.agents.threads.create()
    def stop(self): self.project.agents.threads.delete(self.thread.id)
"""
    after = fix_all(source)
    line = "self.project = project; self.openai_client = self.project.get_openai_client()\n"
    assert line in after
