"""Calls that the code puts into a thread: they are handed over, not called in place."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers

BEFORE = """import asyncio
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o", instructions="Help.")


async def ask(text):
    thread = await asyncio.to_thread(client.beta.threads.create)
    await asyncio.to_thread(
        client.beta.threads.messages.create, thread_id=thread.id, role="user", content=text
    )
    run = await asyncio.to_thread(
        client.beta.threads.runs.create,
        thread_id=thread.id,
        assistant_id=assistant.id,  # the one above
    )
    while run.status in ("queued", "in_progress"):
        await asyncio.sleep(1)
        run = await asyncio.to_thread(
            client.beta.threads.runs.retrieve, thread_id=thread.id, run_id=run.id
        )
    messages = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread.id)
    return messages.data[0].content[0].text.value


async def other(text):
    loop = asyncio.get_running_loop()
    thread = await loop.run_in_executor(None, client.beta.threads.create)
    message = await loop.run_in_executor(
        None,
        lambda: client.beta.threads.messages.create(
            thread_id=thread.id, role="user", content=text
        ),
    )
    run = await loop.run_in_executor(
        None,
        partial(
            client.beta.threads.runs.create, thread_id=thread.id, assistant_id=assistant.id
        ),
    )
    while run.status != "completed":
        run = await loop.run_in_executor(
            None,
            lambda: client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id),
        )
    messages = await loop.run_in_executor(
        None, lambda: client.beta.threads.messages.list(thread_id=thread.id)
    )
    for m in messages.data:
        print(m.role, m.content)
    await asyncio.to_thread(client.beta.threads.delete, thread.id)
    return message.id
"""

AFTER = """import asyncio
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Help.")


async def ask(text):
    conversation = await asyncio.to_thread(client.conversations.create)
    await asyncio.to_thread(
        client.conversations.items.create,
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    response = await asyncio.to_thread(
        assistant,
        conversation=conversation.id,
        # the one above
    )
    return response.output_text


async def other(text):
    loop = asyncio.get_running_loop()
    conversation = await loop.run_in_executor(None, client.conversations.create)
    message = await loop.run_in_executor(
        None,
        lambda: client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": text}],
        ).data[0],
    )
    response = await loop.run_in_executor(
        None,
        partial(assistant, conversation=conversation.id),
    )
    messages = await loop.run_in_executor(
        None,
        lambda: [
            item
            for item in client.conversations.items.list(conversation_id=conversation.id)
            if item.type == "message"
        ],
    )
    for m in messages:
        print(m.role, m.content)
    await asyncio.to_thread(client.conversations.delete, conversation.id)
    return message.id
"""

STREAMED = """import asyncio
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o")


async def ask(thread_id):
    return await asyncio.to_thread(
        client.beta.threads.create_and_run, assistant_id=assistant.id
    )
"""


def test_what_is_handed_over_stays_in_its_thread() -> None:
    becomes(BEFORE, AFTER)


def test_what_becomes_two_calls() -> None:
    assert any("would not run in the thread" in message for _, message in blockers(STREAMED))


STARTED = """import asyncio
from openai import OpenAI

client = OpenAI()


async def read(ids):
    jobs = [asyncio.to_thread(client.beta.threads.messages.list, thread_id=i) for i in ids]
    return await asyncio.gather(*jobs)
"""


def test_calls_that_are_waited_for_elsewhere_get_their_arguments_at_once() -> None:
    reason = "the call is put into a thread here and waited for elsewhere"
    assert [message for _, message in blockers(STARTED)] == [reason]
