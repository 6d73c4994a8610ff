"""Streams whose run would begin early, and events that come back from code out of view."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = "from openai import OpenAI\nfrom wraps import steady\n\nclient = OpenAI()\n\n\n"
STREAM = "client.beta.threads.runs.stream(thread_id=thread_id, assistant_id='asst_1')"
CREATE = "client.beta.threads.runs.create(thread_id=thread_id, assistant_id='asst_1', stream=True)"
SENT = "client.beta.threads.messages.create(thread_id=thread_id, role='user', content=text)"
LATE = "the run began where its stream is entered: make it there"

START = f"""def start(thread_id, text):
    manager = {STREAM}
    {SENT}
    return manager


"""
READ = """with start(input(), "Hello") as stream:
    for text in stream.text_deltas:
        print(text)
"""
_THROUGH = f"""def begin(thread_id, text):
    manager = start(thread_id)
    {SENT}
    return manager


with begin(input(), "Hello") as stream:
    for text in stream.text_deltas:
        print(text)
"""


def _reasons(source: str) -> list[str]:
    return [reason for _, reason in blockers(source)]


@pytest.mark.parametrize(
    "program",
    [
        START + READ,
        START,
        START.replace("return manager", "return steady(manager)"),
        f"def start(thread_id):\n    return {STREAM}\n\n\n{_THROUGH}",
    ],
)
def test_a_run_does_not_begin_before_its_message_is_there(program: str) -> None:
    assert LATE in _reasons(HEAD + program)
    assert "stream=True" not in fix_all(HEAD + program)


def test_a_stream_that_is_given_at_once_is_read() -> None:
    source = HEAD + START.replace(f"    {SENT}\n", "") + READ
    assert "response.output_text.delta" in fix_all(source)


@pytest.mark.parametrize(
    "loop",
    [
        "for e in steady(events):\n        if e.event == 'thread.run.failed':\n            pass",
        "for number, event in enumerate(steady(events)):\n        print(number, event.data.id)",
        "again = steady(events)\n    print([e.event for e in again])",
    ],
)
def test_events_that_come_back_are_read_as_they_were(loop: str) -> None:
    source = f"{HEAD}def run(thread_id):\n    events = {CREATE}\n    {loop}\n"
    told = "what comes out of `steady` may be the old events, and is read here as they were"
    assert told in _reasons(source)
    assert fix_all(source) == source


def test_texts_that_come_back_are_not() -> None:
    source = f"{HEAD}def run(thread_id):\n    for text in steady({CREATE}):\n        print(text)\n"
    assert "for text in steady(" in (after := fix_all(source))
    assert "client.responses.create(" in after
