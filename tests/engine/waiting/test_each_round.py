"""What a loop that only waits does in each round besides runs once, behind the response."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

_CLIENT = '(endpoint="https://a", credential=DefaultAzureCredential())\n'
_BEFORE = f"""import time

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient{_CLIENT}

def wait(thread_id, agent_name, log):
    agent = client.create_agent(model="gpt-4o", name=agent_name)
    run = client.runs.create(thread_id=thread_id, agent_id=agent.id)
    while run.status in ("queued", "in_progress"):
        time.sleep(1)
        run = client.runs.get(thread_id=thread_id, run_id=run.id)
        for line in open("news.txt"):
            log.append(line)  # all of it
        log.save()
    return run.status
"""
_AFTER = f"""from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient{_CLIENT}openai_client = client.get_openai_client()


def wait(thread_id, agent_name, log):
    agent = client.agents.create_version(
        agent_name=agent_name, definition=PromptAgentDefinition(model="gpt-4o")
    )
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={{"agent_reference": {{"name": agent.name, "type": "agent_reference"}}}},
    )
    for line in open("news.txt"):
        log.append(line)  # all of it
    log.save()
    return response.status
"""
_POLL = "run = client.runs.get(thread_id=thread_id, run_id=run.id)\n"
_SAVE = "        log.save()\n"
_TEST = 'while run.status in ("queued", "in_progress")'


def test_what_each_round_does_is_done_once() -> None:
    becomes(_BEFORE, _AFTER)
    told = [note for note in notes(_BEFORE) if "it is done once now" in note]
    assert told[0].startswith("`for line in open(")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_SAVE, _SAVE + "        print(len(log))\n        break\n"),
        (_SAVE, f"{_SAVE}        if log:\n            continue\n"),
        (f"        {_POLL}", f"        log.append(run.id)\n        {_POLL}"),
        (_SAVE, f"{_SAVE}        if log:\n            {_POLL}"),
        (_SAVE, f"{_SAVE}        rounds += 1\n        log.append(rounds)\n"),
        (_TEST, "while True"),
        (_TEST, 'while run.status == "in_progress"'),
        ("client.runs.create(", "client.runs.create_and_process("),
    ],
    ids=["left", "goes on", "before", "asked again", "counted", "endless", "never begun", "ended"],
)
def test_other_rounds_stay(old: str, new: str) -> None:
    assert old in _BEFORE
    assert any("loop" in message for _, message in blockers(_BEFORE.replace(old, new)))
