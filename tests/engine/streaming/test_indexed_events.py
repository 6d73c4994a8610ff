"""Azure's events by index: ``event[0]`` is the name, ``event[1]`` the data."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

PROGRAM = """\
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
agent = project.agents.get_agent("guide")
thread = project.agents.threads.create()
run_stream = project.agents.runs.stream(thread_id=thread.id, agent_id=agent.id)
for part in run_stream.event_handler:
    if part[0] == "thread.message.delta":
        print(part[1].delta.content[0].text.value)
"""


def test_a_stream_gives_its_events_without_a_with() -> None:
    result = fix_all(PROGRAM)
    assert result.endswith(
        """\
for part in run_stream:
    if part.type == "response.output_text.delta":
        print(part.delta)
"""
    )
    assert not [f for f in look(result).findings if f.code != "UNS803"]


def test_what_a_handler_gave_has_no_place() -> None:
    found = blockers(PROGRAM + "    print(part[2])\n")
    assert "the event is not unpacked into names here" in {message for _, message in found}


def test_an_event_that_is_used_whole() -> None:
    found = blockers(PROGRAM + "    print(part)\n")
    assert "the event is not unpacked into names here" in {message for _, message in found}
