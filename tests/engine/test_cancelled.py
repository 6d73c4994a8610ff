"""Runs that took too long were cancelled; runs that bring their thread along are streamed."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

START = """import time

from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
"""
LOOP = """while run.status in ("queued", "in_progress"):
    if time.time() > deadline:
        client.beta.threads.runs.cancel(run.id, thread_id=thread.id)
        raise TimeoutError
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
print(run.status)
"""
CANCELLED = "only a response made with `background=True` can be cancelled"
ASSISTANT = 'assistant = client.beta.assistants.create(model="m", instructions="i")\n'


def _program(body: str) -> str:
    return START.replace("thread =", ASSISTANT + "thread =") + body


def test_a_time_out_goes_with_its_loop() -> None:
    before = _program("deadline = time.time() + 60\n" + LOOP)

    becomes(
        before,
        """import time
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="m", instructions="i")
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
deadline = time.time() + 60
print(response.status)
""",
    )
    assert any("time-out is gone" in note for note in notes(before))


def test_a_cancellation_elsewhere_is_blocked() -> None:
    after_loop = "client.beta.threads.runs.cancel(run.id, thread_id=thread.id)\n"
    elsewhere = (
        "def stop(run_id):\n    client.beta.threads.runs.cancel(run_id, thread_id=thread.id)\n"
    )

    assert CANCELLED in [m for _, m in blockers(_program(after_loop))]
    assert CANCELLED in [m for _, m in blockers(_program("if stopped:\n    " + after_loop))]
    assert CANCELLED in [m for _, m in blockers(_program(elsewhere))]
    by_state = LOOP.replace("time.time() > deadline", 'run.status == "in_progress"')
    assert blockers(_program(by_state))


def test_a_streamed_run_brings_its_thread() -> None:
    before = f"""from openai import OpenAI

client = OpenAI()
{ASSISTANT}with client.beta.threads.create_and_run_stream(
    assistant_id=assistant.id, thread={{"messages": [{{"role": "user", "content": "Hello"}}]}}
) as stream:
    for text in stream.text_deltas:
        print(text)
"""
    becomes(
        before,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="m", instructions="i")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hello"}]
)
with assistant(conversation=conversation.id, stream=True) as stream:
    for text in (
        event.delta for event in stream if event.type == "response.output_text.delta"
    ):
        print(text)
""",
    )
    behind = before.replace("with client", "with open(name) as file, client")
    assert any("no place here" in m for _, m in blockers(behind))


AFTER = """if run.status != "completed":
    client.beta.threads.runs.cancel(run.id, thread_id=thread.id)
    print("too late")
"""


def test_what_is_finished_is_not_cancelled() -> None:
    loop = LOOP.replace(LOOP[LOOP.index("    if") : LOOP.index("    time")], "")
    before = _program(loop + AFTER)

    becomes(
        before,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="m", instructions="i")
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
print(response.status)
if response.status != "completed":
    print("too late")
""",
    )
    assert any("nothing is cancelled any more" in note for note in notes(before))


def test_calls_that_wait_for_outputs_are_not_forgotten() -> None:
    loop = LOOP.replace(LOOP[LOOP.index("    if") : LOOP.index("    time")], "")
    owed = AFTER.replace('!= "completed"', '== "requires_action"')

    assert CANCELLED in [m for _, m in blockers(_program(loop + owed))]
