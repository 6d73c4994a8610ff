"""Functions that cancel a run whose state they ask for first: a response is finished by then."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

ASKED = """

def stop(thread_id, run_id):
    try:
        status = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id).status
        if status not in ["completed", "failed"]:
            client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
            print("stopped")
    except Exception as error:
        print(error)
"""
STREAMED = """from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Handler(AssistantEventHandler):
    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            run_id = event.data.id
            self.answer(event.data, run_id)

    def on_text_delta(self, delta, snapshot):
        print(delta.value, end="")

    def answer(self, data, run_id):
        outputs = []
        for call in data.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "57"})
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=self.current_run.thread_id,
            run_id=run_id,
            tool_outputs=outputs,
            event_handler=Handler(),
        ) as stream:
            stream.until_done()


def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=Handler()
    ) as stream:
        stream.until_done()
"""
KEPT = """from openai import OpenAI

client = OpenAI()
active = {}


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    active[thread_id] = run.id
    if run.status == "requires_action":
        raise ValueError
    return run.status
"""


@pytest.mark.parametrize("made", [STREAMED, KEPT], ids=["streamed", "polled"])
def test_what_asks_first_cancels_nothing(made: str) -> None:
    after = fix_all(made + ASKED)
    assert "client.responses.retrieve(run_id)" in after
    assert "            client.responses.cancel(run_id)\n" in after
    assert "beta" not in after
    assert any("is an error, as it was" in note for note in notes(made + ASKED))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("            self.answer", "            runs['now'] = run_id\n            self.answer"),
        ("            self.answer", "            queue.put(event)\n            self.answer"),
        (
            "            self.answer",
            "            self.run_id = event.data.id\n            self.answer",
        ),
    ],
    ids=["kept", "handed out", "on the handler"],
)
def test_a_stream_whose_run_others_know_may_be_at_work(old: str, new: str) -> None:
    assert blockers(STREAMED.replace(old, new, 1) + ASKED)


def test_a_second_look_changes_nothing() -> None:
    shown = STREAMED.replace(
        "            self.answer", "            queue.put(event)\n            self.answer", 1
    )
    after = fix_all(shown + ASKED)
    assert fix_all(after) == after


def test_a_response_that_asked_for_calls_is_cancelled_in_vain() -> None:
    bare = """

def stop(thread_id, run_id):
    run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
    if run.status not in ["completed", "failed"]:
        client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
"""
    assert blockers(KEPT + bare)
    assert "responses.cancel(run_id)" in fix_all(
        KEPT
        + bare.replace("not in", "in").replace('"completed", "failed"', '"queued", "in_progress"')
    )
