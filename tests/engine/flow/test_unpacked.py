"""Arguments that are collected in a dictionary and unpacked in the call."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

PROGRAMS = {
    "a class": (
        """from openai import OpenAI


class Assistant:
    def __init__(self, name, instructions, model="gpt-4o"):
        self.client = OpenAI()
        self.model = model
        params = {"name": name, "instructions": instructions, "model": self.model}
        self.assistant = self.client.beta.assistants.create(**params)
        self.thread = self.client.beta.threads.create()

    def say(self, text):
        data = {"thread_id": self.thread.id, "role": "user", "content": text}
        # the question
        self.client.beta.threads.messages.create(**data)

    def run(self, instructions=None):
        run_params = {
            "thread_id": self.thread.id,
            "assistant_id": self.assistant.id,
        }
        if instructions:
            run_params["instructions"] = instructions
        run = self.client.beta.threads.runs.create_and_poll(**run_params)
        return run.status
""",
        """from functools import partial
from typing import Any

from openai import OpenAI


class Assistant:
    def __init__(self, name, instructions, model="gpt-4o"):
        self.client = OpenAI()
        self.model = model
        self.assistant = partial(
            self.client.responses.create, model=self.model, instructions=instructions
        )
        self.thread = self.client.conversations.create()

    def say(self, text):
        # the question
        self.client.conversations.items.create(
            conversation_id=self.thread.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )

    def run(self, instructions=None):
        run_params: dict[str, Any] = {}
        if instructions:
            run_params["instructions"] = instructions
        response = self.assistant(conversation=self.thread.id, **run_params)
        return response.status
""",
    ),
    "a name used again": (
        """from openai import OpenAI

client = OpenAI()


def send(thread_id, message):
    data = {"thread_id": thread_id, "role": "user"}
    data["content"] = message
    message = client.beta.threads.messages.create(**data)
    return message.id
""",
        """from openai import OpenAI

client = OpenAI()


def send(thread_id, message):
    message = client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": message}],
    ).data[0]
    return message.id
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    becomes(*PROGRAMS[name])


HELD_BACK = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o")


def ask(thread_id, tools):
    params = {"thread_id": thread_id, "assistant_id": assistant.id}
    if tools:
        params["truncation_strategy"] = tools
    return client.beta.threads.runs.create_and_poll(**params).status
"""

CHANGED_MEANWHILE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, text):
    params = {"thread_id": thread_id, "role": "user", "content": text}
    text = text.upper()
    client.beta.threads.messages.create(**params)
    return text
"""


def test_what_has_another_form_is_not_given_under_a_condition() -> None:
    message = (
        "`truncation_strategy` is given under a condition, and has no place of its own any more"
    )
    assert (10, message) in blockers(HELD_BACK)


def test_values_that_change_before_the_call() -> None:
    assert "items.create(**item_fields(params))" in fix_all(CHANGED_MEANWHILE)


MOVED_PAST = """from openai import OpenAI

client = OpenAI()


def first(state, thread_id):
    params = {"thread_id": thread_id, "role": "user", "content": state["text"]}
    state["text"] = None
    client.beta.threads.messages.create(**params)


def second(thread_id):
    params = {"thread_id": thread_id, "role": "user", "content": input("? ")}
    print("sending")
    client.beta.threads.messages.create(**params)
"""


def test_nothing_is_read_or_called_later_than_before() -> None:
    assert fix_all(MOVED_PAST).count("items.create(**item_fields(params))") == 2


SET_ELSEWHERE = """from openai import OpenAI

client = OpenAI()
word = "Hello"


def change(words):
    global word
    word = "Bye"


def ask(thread_id, words):
    params = {"thread_id": thread_id, "role": "user", "content": %s}
    %s
    client.beta.threads.messages.create(**params)
"""


@pytest.mark.parametrize(
    ("content", "between"),
    [("word", "change(words)"), ('f"{words}"', 'words.append("too")')],
)
def test_what_functions_and_lists_do_meanwhile(content: str, between: str) -> None:
    assert "item_fields(params)" in fix_all(SET_ELSEWHERE % (content, between))
    assert "params" not in fix_all(SET_ELSEWHERE % (content, "print(words)"))


def test_a_service_that_is_asked_meanwhile_changes_nothing_here() -> None:
    said = "client.beta.threads.messages.create(thread_id, role='user', content='Hi')"
    source = HELD_BACK.replace("truncation_strategy", "temperature")
    source = source.replace("    if tools:", f"    {said}\n    if tools:")
    after = fix_all(source)
    assert not blockers(source)
    assert 'params["temperature"] = tools' in after


def test_what_a_script_unpacks() -> None:
    before = """from openai import OpenAI

client = OpenAI()
params = {"name": "Bot", "model": "gpt-4o", "instructions": "Be kind."}
assistant = client.beta.assistants.create(**params)
"""
    after = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
"""
    becomes(before, after)
    more = before + "\n\ndef change():\n    params['model'] = 'gpt-4'\n"
    assert "store_assistant(**assistant_fields(params))" in fix_all(more)


def test_names_that_are_computed() -> None:
    before = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name={}, model="gpt-4o")
"""
    assert not blockers(before.format("f'Bot of {user[\"name\"]} {str(day).lower()}'"))
    assert not blockers(before.format("names.get('bot', 'Bot')"))
    for value in ("take_name()", "f'{take()}'", "requests.get(url).text", "names.pop()"):
        assert f"store_assistant(name={value}, model" in fix_all(before.format(value))


def test_a_call_that_is_tried() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant, text):
    arguments = {"thread_id": thread_id, "role": assistant.role, "content": text}
    try:
        client.beta.threads.messages.create(**arguments)
    except ValueError as error:
        print(error)
"""
    result = fix_all(source)
    assert "arguments" not in result
    assert '"role": assistant.role, "content": text}],' in result


def test_what_a_condition_in_between_may_change_stays() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant, text):
    arguments = {"thread_id": thread_id, "role": assistant.role, "content": text}
    if assistant.renew():
        client.beta.threads.messages.create(**arguments)
"""
    assert "items.create(**item_fields(arguments))" in fix_all(source)


def test_an_order_from_a_dictionary_is_one_of_two() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def listed(thread_id, order="desc"):
    params = {"order": order}
    return client.beta.threads.messages.list(thread_id=thread_id, **params).data
"""
    assert 'order="asc" if order == "asc" else "desc"' in fix_all(source)


@pytest.mark.parametrize("head", ["if flag:", "try:"])
def test_what_is_called_for_a_dictionary_is_not_put_off(head: str) -> None:
    tail = "" if head == "if flag:" else "    except OSError:\n        print('no')\n"
    after = fix_all(
        "from openai import OpenAI\n\nclient = OpenAI()\n\n\n"
        "def make(flag, load):\n"
        '    fields = {"model": "gpt-4o", "instructions": load()}\n'
        f"    {head}\n        client.beta.assistants.create(**fields)\n{tail}"
    )

    assert '    fields = {"model": "gpt-4o", "instructions": load()}\n' in after
