"""New objects that leave the file, and what else a person has to know of code out of view."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = (
    "from openai import OpenAI\nfrom talk import chat, publish, create_bot\n\nclient = OpenAI()\n"
)
PARTS = "callers outside this file now get parts of items: their `text` is the text itself"
LIST = "client.beta.threads.messages.list(thread_id=thread_id)"
RUN = 'client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1")'
OTHER = "where that is not OpenAI's own service"


@pytest.mark.parametrize(
    "body",
    [
        f"    return {LIST}.data[0].content\n",
        f"    return {LIST}.data[0].content[0]\n",
        f"    messages = {LIST}\n    yield messages.data[0].content\n",
    ],
)
def test_parts_that_callers_get(body: str) -> None:
    assert PARTS in notes(f"{HEAD}\ndef last(thread_id):\n{body}")


def test_items_that_callers_get_in_a_list() -> None:
    told = notes(f"{HEAD}\ndef last(thread_id):\n    return {LIST}.data\n")
    assert "callers outside this file now get items instead of messages" in told


def test_what_a_caller_in_view_gets_is_not_told_of() -> None:
    source = (
        f"{HEAD}\ndef _last(thread_id):\n    return {LIST}.data[0].content\n"
        "\nprint(_last(input())[0].text.value)\n"
    )
    assert PARTS not in notes(source)


CHAT = """
class Chat:
    def ask(self, thread_id):
        self.message = LIST.data[0]
        self._text = self.message.content[0].text.value


class Other:
    message = None


chat = Chat()
chat.ask(input())
"""


@pytest.mark.parametrize("call", ["publish(chat)", "publish(to=chat)"])
def test_objects_of_own_classes_that_code_out_of_view_gets(call: str) -> None:
    told = notes(HEAD + CHAT.replace("LIST", LIST) + call + "\n")
    assert (
        "`message` of `Chat` objects holds an item now: look at what `publish` reads of it" in told
    )


@pytest.mark.parametrize("call", ["print(chat)", "publish(chat._text)", "publish(Other())"])
def test_objects_of_own_classes_that_stay(call: str) -> None:
    told = notes(HEAD + CHAT.replace("LIST", LIST) + call + "\n")
    assert not any("`Chat`" in note for note in told)


def test_all_that_get_an_object_are_named() -> None:
    told = notes(HEAD + CHAT.replace("LIST", LIST) + "publish(Chat())\nchat(Chat())\n")
    for name in ("chat", "publish"):
        assert any(f"look at what `{name}` reads" in note for note in told)


def test_attributes_that_nothing_here_reads() -> None:
    source = f"{HEAD}\nclass Chat:\n    def ask(self, thread_id):\n        self.run = {RUN}\n"
    told = "`run` of `Chat` objects holds a response now: look at who reads it elsewhere"
    assert told in notes(source)
    assert told not in notes(f"{source}        print(self.run.id)\n")


@pytest.mark.parametrize(
    "read", ["chat.run", "getattr(chat, 'run')", "vars(chat)['run']", "chat.__dict__['run']"]
)
@pytest.mark.parametrize("known", [True, False])
def test_attributes_that_are_read_by_their_names(read: str, known: bool) -> None:
    chats = "[]" if not known else "[Chat(thread_id)]"
    source = (
        f"{HEAD}\nclass Chat:\n    def __init__(self, thread_id):\n        self.run = {RUN}\n\n\n"
        f"def show(chats):\n    for chat in chats:\n        print({read}.FIELD)\n\n\n"
        f"def main(thread_id):\n    show({chats})\n"
    )
    if not known or "dict" in read or "vars" in read:  # others are followed
        assert blockers(source.replace("FIELD", "thread_id"))
    assert not blockers(source.replace("FIELD", "id"))


@pytest.mark.parametrize("read", ['globals()["page"]', 'globals().get("page")', 'vars()["page"]'])
def test_names_in_texts(read: str) -> None:
    source = f"{HEAD}thread_id = input()\npage = {LIST}\nprint({read}.data[0].role)\n"
    assert any("by its name in a text" in message for _, message in blockers(source))


def test_names_in_texts_of_other_things() -> None:
    source = f'{HEAD}thread_id = input()\npage = {LIST}\nprint(globals()["thread_id"])\n'
    assert not blockers(source)


@pytest.mark.parametrize(
    "call", ["chat(thread, assistant)", "chat(client, thread.id, assistant.id)"]
)
def test_code_out_of_view_gets_a_thread_with_an_assistant_that_stays(call: str) -> None:
    made = (
        'assistant = client.beta.assistants.create(model="gpt-4o", file_ids=["file_1"])\n'
        "thread = client.beta.threads.create()\n"
    )
    assert fix_all(HEAD + made + call + "\n") == HEAD + made + call + "\n"
    apart = HEAD + made + "chat(thread)\nprint(thread, assistant)\n"
    assert "client.conversations.create()" in fix_all(apart)


def test_ids_of_what_code_out_of_view_makes() -> None:
    run = "client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=bot)\n"
    made = "`create_bot` must give the id of an assistant in `assistants.json`"
    body = f"def ask(thread_id):\n    bot = create_bot(client)\n    run = {run}    print(run.id)\n"
    assert any(note.startswith(made) for note in notes(HEAD + body))
    known = body.replace("create_bot(client)", "publish()")
    assert not any("must give the id" in note for note in notes(HEAD + known))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ('"http://localhost:1234/v1"', True),
        ("address", True),
        ('"https://api.openai.com/v1"', False),
        ("None", False),
    ],
)
def test_addresses_of_other_services(address: str, told: bool) -> None:
    source = (
        "from openai import OpenAI\n\naddress = input()\n"
        f"client = OpenAI(base_url={address})\nprint(client.beta.threads.create().id)\n"
    )
    assert any(OTHER in note for note in notes(source)) is told
