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


@pytest.mark.parametrize("second", ["my-agent", "my_agent", "my agent!"])
def test_made_one_after_the_other(second: str) -> None:
    source = HEAD + (
        'one = client.create_agent(model="m", name="my-agent", instructions="a")\n'
        f'two = client.create_agent(model="m", name="{second}", instructions="b")\n'
    )
    assert BLOCK in [message for _, message in blockers(source)]


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
