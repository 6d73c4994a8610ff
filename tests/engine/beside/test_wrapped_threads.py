"""Functions that are made asynchronous to run in a thread: ``sync_to_async(function)(…)``."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all, look

BEFORE = """from asgiref.sync import sync_to_async
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o")


async def ask(text):
    thread = await sync_to_async(client.beta.threads.create)()
    await sync_to_async(client.beta.threads.messages.create, thread_sensitive=False)(
        thread.id, role="user", content=text
    )
    run = await sync_to_async(client.beta.threads.runs.create_and_poll)(
        thread_id=thread.id, assistant_id=assistant.id
    )
    print(run.status)
    messages = await sync_to_async(lambda: client.beta.threads.messages.list(thread.id))()
    for message in messages.data:
        print(message.role)
    await sync_to_async(client.beta.threads.delete)(thread.id)
"""

AFTER = """from functools import partial

from asgiref.sync import sync_to_async
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


async def ask(text):
    conversation = await sync_to_async(client.conversations.create)()
    await sync_to_async(client.conversations.items.create, thread_sensitive=False)(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    response = await sync_to_async(assistant)(conversation=conversation.id)
    print(response.status)
    messages = await sync_to_async(
        lambda: [
            item
            for item in client.conversations.items.list(conversation_id=conversation.id)
            if item.type == "message"
        ]
    )()
    for message in messages:
        print(message.role)
    await sync_to_async(client.conversations.delete)(conversation.id)
"""

SUBMITTED = """import asyncio
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="A", model="gpt-4o", tools=[])


async def ask(thread_id):
    run = await asyncio.to_thread(
        client.beta.threads.runs.create, thread_id=thread_id, assistant_id=assistant.id
    )
    while run.status != "completed":
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": call.function.name})
            await asyncio.to_thread(
                client.beta.threads.runs.submit_tool_outputs,
                thread_id=thread_id,
                run_id=run.id,
                tool_outputs=outputs,
            )
        await asyncio.sleep(1)
        run = await asyncio.to_thread(
            client.beta.threads.runs.retrieve, thread_id=thread_id, run_id=run.id
        )
"""

OWN = """from openai import OpenAI

client = OpenAI()


def make_async(function):
    return function


def start():
    return make_async(client.beta.threads.create)()
"""

FROM_ELSEWHERE = """import asyncio


async def start(request):
    client = request.app.state.openai_client
    thread = await asyncio.to_thread(client.beta.threads.create)
    return thread.id
"""


def test_wrappers_wrap_the_new_functions() -> None:
    becomes(BEFORE, AFTER)


def test_outputs_are_handed_in_from_the_thread() -> None:
    after = fix_all(SUBMITTED)
    assert "assistant, conversation=thread_id, input=outputs" in after
    assert "beta" not in after
    assert not look(after).findings


def test_functions_of_the_program_that_have_such_a_name() -> None:
    reason = "`create` is passed on without being called here"
    assert [message for _, message in blockers(OWN)] == [reason]


def test_calls_in_threads_are_told_by_their_shape_too() -> None:
    assert "await asyncio.to_thread(client.conversations.create)" in fix_all(FROM_ELSEWHERE)


STORES = """import asyncio
from openai import OpenAI

client = OpenAI()


async def put(store_id, file_id):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(
        None, client.beta.vector_stores.files.create_and_poll, store_id, file_id
    )
    await asyncio.to_thread(client.beta.vector_stores.delete, store_id)
"""


def test_vector_stores_in_threads() -> None:
    becomes(STORES, STORES.replace(".beta", ""))
