"""Definitions that take the place of an assistant's id where it is handed on and declared."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()
"""
NEW_HEAD = """from functools import partial

from openai import OpenAI
from openai.types.responses import Response

client = OpenAI()
"""


def test_what_is_declared_as_a_text_on_its_way() -> None:
    before = """

def create_assistant(name: str) -> str:
    assistant = client.beta.assistants.create(name=name, instructions="Be kind.", model="gpt-4o")
    return assistant.id


class Chat:
    assistant_id: str | None = None

    def __init__(self, assistant_id: str, title: str = "Chat"):
        self.assistant_id = assistant_id
        self.title = title

    def ask(self, thread_id: str) -> str:
        return self._answer(thread_id, assistant_id=self.assistant_id)

    def _answer(self, thread_id: str, assistant_id: "str") -> str:
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant_id
        )
        return run.status


chosen: str = create_assistant("Helper")
print(Chat(chosen).ask("conv_1"))
"""
    after = """

def create_assistant(name: str) -> partial[Response]:
    assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
    return assistant


class Chat:
    assistant_id: partial[Response] | None = None

    def __init__(self, assistant_id: partial[Response], title: str = "Chat"):
        self.assistant_id = assistant_id
        self.title = title

    def ask(self, thread_id: str) -> str:
        return self._answer(thread_id, assistant_id=self.assistant_id)

    def _answer(self, thread_id: str, assistant_id: "partial[Response]") -> str:
        response = assistant_id(conversation=thread_id)
        return str(response.status)


chosen: partial[Response] = create_assistant("Helper")
print(Chat(chosen).ask("conv_1"))
"""
    becomes(HEAD + before, NEW_HEAD + after)


def test_what_is_awaited_is_declared_as_that() -> None:
    before = """from openai import AsyncOpenAI

client = AsyncOpenAI()


async def run(assistant_id: str, thread_id: str):
    return await client.beta.threads.runs.create_and_poll(
        assistant_id=assistant_id, thread_id=thread_id
    )


async def main():
    assistant = await client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
    thread = await client.beta.threads.create()
    done = await run(assistant.id, thread.id)
    print(done.status)
"""
    after = """from collections.abc import Awaitable, Callable
from functools import partial

from openai import AsyncOpenAI
from openai.types.responses import Response

client = AsyncOpenAI()


async def run(assistant_id: Callable[..., Awaitable[Response]], thread_id: str):
    return await assistant_id(conversation=thread_id)


async def main():
    assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
    conversation = await client.conversations.create()
    done = await run(assistant, conversation.id)
    print(done.status)
"""
    becomes(before, after)


SESSION = """import streamlit as st
from openai import OpenAI

client = OpenAI()

if "assistant_id" not in st.session_state:
    assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
    st.session_state.assistant_id = assistant.id
    st.session_state["thread_id"] = client.beta.threads.create().id

if prompt := st.chat_input():
    client.beta.threads.messages.create(
        thread_id=st.session_state.thread_id, role="user", content=prompt
    )
    run = client.beta.threads.runs.create_and_poll(
        thread_id=st.session_state.thread_id, assistant_id=st.session_state["assistant_id"]
    )
    st.write(run.status)
"""


def test_a_session_of_streamlit_keeps_objects() -> None:
    after = """from functools import partial

import streamlit as st
from openai import OpenAI

client = OpenAI()

if "assistant_id" not in st.session_state:
    assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
    st.session_state.assistant_id = assistant
    st.session_state["thread_id"] = client.conversations.create().id

if prompt := st.chat_input():
    client.conversations.items.create(
        conversation_id=st.session_state.thread_id,
        items=[{"type": "message", "role": "user", "content": prompt}],
    )
    response = st.session_state["assistant_id"](conversation=st.session_state.thread_id)
    st.write(response.status)
"""
    becomes(SESSION, after)
    assert "the session keeps the definition, and the client that it was made with" in notes(
        SESSION
    )


MADE = (
    HEAD
    + """

{0}
    assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
    {1}
"""
)


@pytest.mark.parametrize(
    ("head", "use"),
    [
        ("@app.post('/assistants')\ndef make():", "return assistant.id"),
        ("def make() -> dict:", "return assistant.id"),
        ("def make():", "return {'id': assistant.id}"),
        ("def make(user):", "user.assistant_id = assistant.id"),
        ("def make(cache):", "cache['assistant'] = assistant.id"),
        ("def make(known):", "return assistant.id == known"),
        ("def make():", "open('id.txt', 'w').write(assistant.id)"),
        ("def make(known):", "open('id.txt', 'w').write(known or assistant.id)"),
        ("def make(known):", "open('id.txt', 'w').write(known if known else assistant.id)"),
        ("def make():", "return assistant.id\n\n\nopen('id.txt', 'w').write(make())"),
        ("async def make():", "return assistant.id\n\n\nasyncio.run(file.write(await make()))"),
        ("def make():", "return assistant.id\n\n\nprint('Made', make())"),
        ("def make():", "return assistant\n\n\nprint('Made', make().id)"),
    ],
)
def test_where_an_id_is_needed(head: str, use: str) -> None:
    before = MADE.format(head, use)
    after = fix_all(before)
    assert after.endswith(before[before.index(use) :])
    assert 'assistant = store_assistant(instructions="Be kind.", model="gpt-4o")' in after


def test_a_file_that_gets_the_id_gets_no_line_less() -> None:
    use = "with open('id.txt', 'w') as file:\n        file.write(assistant.id)"
    assert use in fix_all(MADE.format("def make():", use))


def test_an_id_that_may_be_a_stored_one() -> None:
    source = (
        HEAD
        + """

def assistant_id():
    known = os.getenv("ASSISTANT_ID")
    if known:
        return known
    return client.beta.assistants.create(instructions="Be kind.", model="gpt-4o").id


def ask(thread_id):
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id()
    ).status
"""
    )
    after = fix_all(source)
    assert 'return store_assistant(instructions="Be kind.", model="gpt-4o").id' in after
    assert "**definition_of(assistant_id())" in after


SHOWS = """import json

from openai import OpenAI

client = OpenAI()


def show_json(obj):
    print(json.loads(obj.model_dump_json()))

"""


def test_lines_that_only_show_an_assistant_go() -> None:
    before = """
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
show_json(assistant)
thread = client.beta.threads.create()
show_json(thread)
"""
    after = """
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
conversation = client.conversations.create()
show_json(conversation)
"""
    shows = SHOWS.replace("import json\n", "import json\nfrom functools import partial\n")
    becomes(SHOWS + before, shows + after)


def test_a_function_that_does_more_than_show() -> None:
    use = """
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
show_json(assistant)
"""
    refused = {
        "    save(obj)\n": "`save` gets the whole object, and what it does with it is not in view",
        "    obj.name = 1\n": "`name` of a result is assigned to",
    }
    for more, reason in refused.items():
        assert reason in {m for _, m in blockers(SHOWS.rstrip() + "\n" + more + use)}


def test_what_is_shown_beside_an_assistant() -> None:
    use = """
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
thread = client.beta.threads.create()
for each in (assistant, thread):
    show_json(each)
"""
    reasons = [reason for _, reason in blockers(SHOWS + use)]
    assert any("what is shown here is a definition" in reason for reason in reasons)


@pytest.mark.parametrize(
    "source",
    [
        """class Bot:
    assistant = client.beta.assistants.create(model="gpt-4o")

    def ask(self, thread_id):
        return client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=self.assistant.id
        ).status
""",
        """class Bot:
    assistant = None

    @classmethod
    def set_up(cls):
        cls.assistant = client.beta.assistants.retrieve("asst_1")

    def ask(self, thread_id):
        return client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=self.assistant.id
        ).status
""",
        """class Bot:
    @classmethod
    def set_up(cls):
        assistant = client.beta.assistants.create(model="gpt-4o")
        cls.assistant_id = assistant.id

    def ask(self, thread_id):
        return client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=self.assistant_id
        ).status
""",
    ],
)
def test_a_class_makes_methods_of_definitions(source: str) -> None:
    after = fix_all(HEAD + "\n\n" + source)
    assert "partial(" not in after
    assert "**definition_of(self.assistant" in after
