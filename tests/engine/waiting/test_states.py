"""Comparisons of a run's status with states that a response is never in."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, notes

PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())


def ask(thread_id: str, agent_name: str) -> bool:
    run = client.runs.create_and_process(thread_id=thread_id, agent_id=agent_name)
    return {test}
"""
MIGRATED = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
openai_client = client.get_openai_client()


def ask(thread_id: str, agent_name: str) -> bool:
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={{"agent_reference": {{"name": agent_name, "type": "agent_reference"}}}},
    )
    return {test}
"""


@pytest.mark.parametrize(
    ("test", "note"),
    [
        ('{}.status == "expired"', 'the status `expired`: `run.status == "expired"` is never true'),
        (
            '{}.status != "cancelling"',
            'the status `cancelling`: `run.status != "cancelling"` is always true',
        ),
        (
            '{}.status in ["cancelling", "expired"]',
            (
                "the status `cancelling` or `expired`: "
                '`run.status in ["cancelling", "expired"]` is never true'
            ),
        ),
        ('{}.status in ("failed", "expired", "cancelled")', ""),
        ('{}.status == "failed"', ""),
    ],
)
def test_lone_state_is_told(test: str, note: str) -> None:
    before = PROGRAM.format(test=test.format("run"))

    becomes(before, MIGRATED.format(test=test.format("response")))
    told = [n for n in notes(before) if "never has the status" in n]
    assert told == ([f"a response never has {note}"] if note else [])
