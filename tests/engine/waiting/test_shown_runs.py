"""Whoever may know the run of a stream may cancel it while it is at work."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

STREAM = """from openai import OpenAI

client = OpenAI()
known = ""


class Keeper:
    ids = ""


keeper = Keeper()


def speak(thread_id, assistant_id):
    stream = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    )
    for event in stream:
        if event.event == "thread.run.created":
            {shown}
        elif event.event == "thread.message.delta":
            print(event.data.id)


def cancel(thread_id, run_id):
    client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
"""


def _stays(source: str) -> bool:
    return "beta.threads.runs.cancel(" in fix_all(source)


@pytest.mark.parametrize(
    "shown",
    [
        'yield f"run: {event.data.id}"',
        'yield "run: " + event.data.id',
        "yield str(event.data.id)",
        "keeper.ids += event.data.id",
        "yield from [event.data]",
        "return event.data.id if thread_id else None",
    ],
)
def test_what_is_made_of_an_id_shows_it(shown: str) -> None:
    assert _stays(STREAM.format(shown=shown))


def test_what_is_only_printed_stays_here() -> None:
    source = STREAM.format(shown="print(event.data.id)")
    assert "client.responses.cancel(run_id)" in fix_all(source)


def test_a_handler_shows_its_run() -> None:
    source = """from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value)


def speak(thread_id, assistant_id, handler: Handler):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=handler
    ) as stream:
        stream.until_done()


def cancel(thread_id, run_id):
    client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)


def stop(thread_id, handler: Handler):
    cancel(thread_id, handler.current_run.id)
"""
    assert _stays(source)
