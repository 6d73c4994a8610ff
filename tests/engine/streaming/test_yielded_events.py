"""Generators that give the events of a run on as they are: the loops over them read them."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = """\
from collections.abc import Iterator

from openai import OpenAI
from openai.types.beta import AssistantStreamEvent

client = OpenAI()
"""
GIVES = """

class Manager:
    def run(self, thread_id: str, assistant_id: str) -> Iterator[AssistantStreamEvent]:
        stream = client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id, stream=True
        )
        for event in stream:
            yield event
"""
READS = """

def ask(manager: Manager, thread_id: str, assistant_id: str) -> str:
    said = ""
    for event in manager.run(thread_id, assistant_id):
        if event.event == "thread.message.delta":
            said += event.data.delta.content[0].text.value
        elif event.event == "done":
            print(said)
    return said
"""
UNSEEN = "the whole event is handed on to code that is not in view"


def messages(source: str) -> set[str]:
    return {message for _, message in blockers(source)}


def test_a_loop_over_the_generator_reads_the_events() -> None:
    result = fix_all(HEAD + GIVES + READS)
    assert "-> Iterator[ResponseStreamEvent]:" in result
    assert (
        '        if event.type == "response.output_text.delta":\n'
        "            said += event.delta\n"
        "    return said\n"
    ) in result


def test_a_generator_of_a_generator() -> None:
    more = """

def again(manager: Manager, thread_id: str, assistant_id: str):
    for event in manager.run(thread_id, assistant_id):
        yield event


def last(manager: Manager, thread_id: str, assistant_id: str) -> None:
    for event in again(manager, thread_id, assistant_id):
        if event.event == "thread.run.completed":
            print(event.data.id)
"""
    assert "            print(event.response.id)\n" in fix_all(HEAD + GIVES + more)


def test_callers_elsewhere_are_told_of() -> None:
    source = HEAD + GIVES
    assert "responses.create(" in fix_all(source)
    assert any("callers of `run` elsewhere" in note for note in notes(source))


@pytest.mark.parametrize(
    "use",
    [
        "    return next(manager.run(thread_id, assistant_id)).event\n",
        "    return [e.event for e in manager.run(thread_id, assistant_id)]\n",
        "    yield from manager.run(thread_id, assistant_id)\n",
        "    return manager.run\n",
    ],
)
def test_another_use_of_the_generator(use: str) -> None:
    head = "\n\ndef ask(manager: Manager, thread_id: str, assistant_id: str):\n"
    assert UNSEEN in messages(HEAD + GIVES + head + use)


def test_a_generator_that_gives_other_things_too() -> None:
    other = GIVES + "        yield None\n"
    assert UNSEEN in messages(HEAD + other + READS)


def test_a_generator_that_something_wraps() -> None:
    wrapped = GIVES.replace("    def run", "    @retried\n    def run")
    assert UNSEEN in messages("from mine import retried\n" + HEAD + wrapped + READS)


def test_an_event_behind_its_loop() -> None:
    behind = READS.replace("    return said\n", "    return event.event\n")
    assert "the event is used outside its loop" in messages(HEAD + GIVES + behind)


DONE = """

def tell(event):
    if event.event == "thread.message.completed":
        print("said")
    elif event.event == "done":
        print("done")


def ask(thread_id: str, assistant_id: str) -> None:
    for event in client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    ):
        tell(event)
"""


def test_the_sdk_told_no_function_of_the_end() -> None:
    result = fix_all(HEAD + DONE)
    assert 'print("said")' in result
    assert "done" not in result[result.index("def tell") : result.index("def ask")].replace(
        ".done", ""
    )
