"""One name for the things of several flows, one after the other: each flow is judged by itself."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_HEAD = """import time

from openai import OpenAI

client = OpenAI()
"""
_FIRST = """thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id="asst_1", model="m")
while run.status in ("queued", "in_progress"):
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
print(run.status)
"""
_SECOND = """thread = client.beta.threads.create(
    messages=[{"role": "user", "content": "?", "metadata": input()}]
)
run = client.beta.threads.runs.create_and_poll(
    thread_id=thread.id, assistant_id="asst_1", model="m"
)
print(run.status)
"""


def test_what_blocks_one_flow_does_not_block_another() -> None:
    program = _HEAD + _FIRST + _SECOND
    after = fix_all(program)
    assert after.endswith(_SECOND)
    assert "thread = client.conversations.create()\n" in after
    assert "while" not in after
    assert {line for line, _ in blockers(program)} == {13}


def test_the_other_order() -> None:
    after = fix_all(_HEAD + _SECOND + _FIRST)
    assert _SECOND in after
    assert after.index(_SECOND) < after.index("thread = client.conversations.create()\n")


def test_a_name_is_new_when_all_flows_are() -> None:
    thread = "thread = client.beta.threads.create()\nprint(thread.id)\n"
    becomes(
        _HEAD.replace("import time\n\n", "") + thread + thread,
        """from openai import OpenAI

client = OpenAI()
conversation = client.conversations.create()
print(conversation.id)
conversation = client.conversations.create()
print(conversation.id)
""",
    )


def test_a_function_may_see_the_things_of_any_flow() -> None:
    shown = "def show():\n    print(thread.id)\n\n\n"
    deleted = "show()\n"
    assert fix_all(_HEAD + shown + _FIRST + deleted + _SECOND) == (
        _HEAD + shown + _FIRST + deleted + _SECOND
    )


def test_a_loop_may_see_the_things_of_the_time_before() -> None:
    looped = """thread = client.beta.threads.create()
for text in ("a", "b"):
    print(thread.id)
    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": text, "metadata": input()}]
    )
"""
    assert fix_all(_HEAD + looped) == _HEAD + looped


def test_a_branch_may_have_been_taken() -> None:
    branched = """thread = client.beta.threads.create()
if input():
    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": "?", "metadata": input()}]
    )
print(thread.id)
"""
    assert fix_all(_HEAD + branched) == _HEAD + branched


def test_what_a_thing_is_made_of_is_of_its_flow() -> None:
    made = """assistant = client.beta.assistants.create(model="m", instructions="Say it.")
assistant = client.beta.assistants.update(assistant.id, instructions="Help.")
thread = client.beta.threads.create()
client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
"""
    after = fix_all(_HEAD + made)
    assert 'assistant = partial(assistant, instructions="Help.")\n' in after
    assert "beta" not in after
