"""A function of the file that is called in a thread gets the objects that are passed behind it."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_BEFORE = """import asyncio
import time
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def wait(run, thread):
    while run.status in ("queued", "in_progress"):
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        time.sleep(1)
    return run


def tell(finished, prefix=""):
    print(prefix, finished.last_error, finished.usage.prompt_tokens)


async def main(loop):
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    run = await {waited}
    await {told}
"""
_AFTER = """import asyncio
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


def wait(run, thread):
    return run


def tell(finished, prefix=""):
    print(prefix, finished.error, finished.usage.input_tokens)


async def main(loop):
    conversation = client.conversations.create()
    response = assistant(conversation=conversation.id)
    response = await {waited}
    await {told}
"""


@pytest.mark.parametrize(
    ("waited", "told"),
    [
        ("loop.run_in_executor(None, wait, {run}, {thread})", "asyncio.to_thread(tell, {run})"),
        ("asyncio.to_thread(wait, {run}, thread={thread})", "asyncio.to_thread(tell, {run}, '!')"),
        (
            "loop.run_in_executor(None, partial(wait, {run}, {thread}))",
            "loop.run_in_executor(None, partial(tell, prefix='!', finished={run}))",
        ),
        ("asyncio.to_thread(wait, run={run}, thread={thread})", "run_sync(tell, {run})"),
    ],
)
def test_what_is_passed_behind_a_function_is_followed_into_it(waited: str, told: str) -> None:
    old, new = {"run": "run", "thread": "thread"}, {"run": "response", "thread": "conversation"}
    becomes(
        _BEFORE.format(waited=waited.format(**old), told=told.format(**old)),
        _AFTER.format(waited=waited.format(**new), told=told.format(**new)),
    )


def test_a_method_is_followed_into_as_well() -> None:
    after = fix_all(
        """import asyncio

from openai import OpenAI

client = OpenAI()


class Reader:
    def newest(self, page):
        return page.data[0].content[0].text.value

    async def read(self, thread_id: str) -> str:
        page = client.beta.threads.messages.list(thread_id=thread_id)
        return await asyncio.get_running_loop().run_in_executor(None, self.newest, page)
"""
    )
    assert "for part in page[0].content" in after
    assert "run_in_executor(None, self.newest, page)" in after


@pytest.mark.parametrize(
    ("parameters", "handed"),
    [
        ("*runs", "tell, run"),
        ("run, name", "tell, *both"),
        ("run", "which['tell'], run"),
        ("run", "chosen, run"),
    ],
)
def test_what_is_not_followed_waits(parameters: str, handed: str) -> None:
    source = f"""import asyncio

from openai import OpenAI

client = OpenAI()


def tell({parameters}):
    print({parameters.split(",")[0].strip("*")})


async def main(which, chosen):
    run = client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a")
    both = [run, "name"]
    await asyncio.to_thread({handed})
"""
    assert any(
        "not followed" in message or "not in view" in message for _, message in blockers(source)
    )


def test_a_function_called_submit_takes_what_it_is_given() -> None:
    after = fix_all(
        """from openai import OpenAI

client = OpenAI()


def submit(run, *, thread):
    print(run.last_error, thread.id)


thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="asst_1")
submit(run, thread=thread)
"""
    )
    assert "print(run.error, thread.id)" in after
    assert "submit(response, thread=conversation)" in after
