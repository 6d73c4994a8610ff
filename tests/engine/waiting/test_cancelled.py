"""Runs that took too long were cancelled; runs that bring their thread along are streamed."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

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


def test_a_cancellation_elsewhere_needs_the_background() -> None:
    here = "client.beta.threads.runs.cancel(run.id, thread_id=thread.id)\n"
    elsewhere = (
        "def stop(run_id):\n    client.beta.threads.runs.cancel(run_id, thread_id=thread.id)\n"
    )
    by_state = LOOP.replace("time.time() > deadline", 'run.status == "in_progress"')

    for body in (here, "if stopped:\n    " + here, elsewhere, by_state):
        assert "background=True" in fix_all(_program(body))
    for body in (here, "if stopped:\n    " + here, by_state):
        made = _program(body).replace("runs.create(", "runs.create_and_poll(")
        assert CANCELLED in [m for _, m in blockers(made)]


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
    for text in (event.delta for event in stream if event.type == "response.output_text.delta"):
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

    assert '"output": "cancelled"' in fix_all(_program(loop + owed))


HELPER = """import time

from openai import OpenAI

client = OpenAI()


def wait(thread_id, run_id, timeout=60):
    start = time.time()
    while time.time() - start < timeout:
        run = client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)
        if run.status in ("completed", "failed"):
            return run
        time.sleep(1)
    client.beta.threads.runs.cancel(run_id, thread_id=thread_id)
    return None


def ask(thread_id, assistant):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant)
    print(wait(thread_id, run.id))
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        print(message.role)


def keep():
    return client.beta.assistants.create(model="m")


ask(client.beta.threads.create().id, keep().id)
"""


def test_a_helper_that_gives_up_waiting() -> None:
    becomes(
        HELPER,
        """import time
from functools import partial

from openai import OpenAI

client = OpenAI()


def wait(thread_id, run_id, timeout=60):
    start = time.time()
    while time.time() - start < timeout:
        response = client.responses.retrieve(run_id)
        if response.status in ("completed", "failed"):
            return response
        time.sleep(1)
    return None


def ask(thread_id, assistant):
    response = assistant(conversation=thread_id)
    print(wait(thread_id, response.id))
    for message in (
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        print(message.role)


def keep():
    return partial(client.responses.create, model="m")


ask(client.conversations.create().id, keep())
""",
    )
    assert any("nothing is cancelled any more" in note for note in notes(HELPER))


def test_what_is_not_given_up_by_the_clock() -> None:
    unknown = HELPER.replace("print(wait(thread_id, run.id))", "print(wait(thread_id, input()))")
    left = HELPER.replace("            return run\n", "            break\n")
    alone = HELPER.replace("cancel(run_id", "cancel(str(run_id)")
    for source in (unknown, left, alone):
        assert "background=True" in fix_all(source)
        made = source.replace("runs.create(", "runs.create_and_poll(")
        assert any("is an error, as it was" in note for note in notes(made))


def test_a_clock_in_the_loop_of_a_helper() -> None:
    inside = HELPER.replace("while time.time() - start < timeout:", "while True:").replace(
        "        time.sleep(1)\n",
        "        if time.time() - start > timeout:\n"
        "            client.beta.threads.runs.cancel(run_id, thread_id=thread_id)\n"
        "            raise TimeoutError\n"
        "        time.sleep(1)\n",
    )
    inside = inside.replace(
        "        time.sleep(1)\n    client.beta.threads.runs.cancel(run_id, thread_id=thread_id)\n",
        "        time.sleep(1)\n",
    )
    after = fix_all(inside)

    assert "timeout:\n            raise TimeoutError\n" in after
    assert "cancel" not in after


STARTED = """from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(model="m")

    def start(self, thread_id):
        run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=self.assistant.id
        )
        return run

    def state(self, thread_id, run_id):
        return self.client.beta.threads.runs.retrieve(run_id, thread_id=thread_id).status

    def stop(self, thread_id, run_id):
        run = self.client.beta.threads.runs.cancel(run_id, thread_id=thread_id)
        return run.id
"""


def test_a_run_that_another_function_cancels_is_in_the_background() -> None:
    becomes(
        STARTED,
        """from functools import partial

from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = partial(self.client.responses.create, model="m")

    def start(self, thread_id):
        response = self.assistant(conversation=thread_id, background=True)
        return response

    def state(self, thread_id, run_id):
        return self.client.responses.retrieve(run_id).status

    def stop(self, thread_id, run_id):
        response = self.client.responses.cancel(run_id)
        return response.id
""",
    )
    assert any("responses in the background" in note for note in notes(STARTED))


def test_a_response_in_the_background_is_waited_for() -> None:
    waits = (
        STARTED
        + """
    def go(self, thread_id):
        run = self.start(thread_id)
        while run.status in ("queued", "in_progress"):
            run = self.client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
        return run.status
"""
    )
    after = fix_all(waits)

    assert "background=True" in after
    assert 'while response.status in ("queued", "in_progress"):' in after


def test_a_run_that_brings_its_thread_is_in_the_background() -> None:
    source = STARTED.replace("runs.create(", "create_and_run(")
    after = fix_all(source.replace("thread_id=thread_id, assistant_id", "assistant_id", 1))

    assert "conversation=conversation.id, background=True" in after
    assert "beta" not in after


def test_a_run_that_is_made_out_of_view() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def stop(thread_id, run_id):
    client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
"""
    becomes(
        source,
        """from openai import OpenAI

client = OpenAI()


def stop(thread_id, run_id):
    client.responses.cancel(run_id)
""",
    )
    assert any("`background=True` can be cancelled" in note for note in notes(source))
    assert CANCELLED in {m for _, m in blockers(source + "client.responses.create()\n")}


def test_where_no_response_can_be_in_the_background() -> None:
    polled = STARTED.replace("runs.create(", "runs.create_and_poll(")
    assert any("is an error, as it was" in note for note in notes(polled))
