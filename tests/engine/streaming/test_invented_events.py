"""Branches for events that no service ever sent: they go, or stay as what never is done."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all, look

HEAD = """\
from openai import OpenAI

client = OpenAI()


def pieces(thread_id, assistant_id):
    stream = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    )
    for event in stream:
"""
YIELDS = """\
        if event.event == "message_delta":
            yield event.data.text
        elif event.event == "thread.run.failed":
            print(event.data.last_error)
"""
ASKS = """\
        if event.event == "message_created":
            message = client.beta.threads.messages.retrieve(
                thread_id=thread_id, message_id=event.data.id
            )
            print(message.role)
        elif event.event in ["run_failed", "run_expired"]:
            raise RuntimeError(event.event)
"""
STAYS = "no response has an event of this name, and its branch cannot be taken out by itself"
AZURE = """\
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def pieces(thread_id):
    with project.agents.runs.stream(thread_id=thread_id, agent_id="guide") as stream:
        for event_type, event_data, _ in stream:
            if event_type == "message_delta":
                yield event_data.text
"""


def whole(source: str) -> str:
    result = fix_all(source)
    assert not [f for f in look(result).findings if not f.code.startswith("UNS8")]
    return result


def test_a_function_that_yields_goes_on_doing_so() -> None:
    result = whole(HEAD + YIELDS)
    assert (
        '        if event.type == "message_delta":\n            yield event.data.text\n' in result
    )
    assert 'elif event.type == "response.failed":' in result
    assert "a branch asks for an event that neither a run nor a response has: it stays, unused" in (
        notes(HEAD + YIELDS)
    )


def test_one_that_yields_elsewhere_loses_the_branch() -> None:
    result = whole(HEAD + YIELDS + "            yield 1\n")
    assert "message_delta" not in result


def test_calls_in_a_branch_that_never_runs() -> None:
    result = whole(HEAD + ASKS)
    assert 'if event.type == "message_created":' in result
    assert "event.data.id, conversation_id=thread_id" in result


def test_an_event_that_was_known_does_not_stay() -> None:
    found = blockers(HEAD + YIELDS.replace("message_delta", "thread.run.expired"))
    assert STAYS in {message for _, message in found}


def test_names_of_data_that_are_gone() -> None:
    assert STAYS in {message for _, message in blockers(AZURE)}
    result = whole(AZURE.replace("event_data.text", "1"))
    assert '            if event.type == "message_delta":\n                yield 1\n' in result
