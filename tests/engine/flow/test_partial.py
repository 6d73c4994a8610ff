"""What is said where one part of a program moves and another, which takes its ids, cannot."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


def new_thread() -> str:
    return client.threads.create().id
"""
BLOCKED = """

def ask(thread_id: str, text: str) -> None:
    client.messages.create(thread_id=thread_id, role="user", content=text, attachments=load())
"""
TOLD = "this id and cannot be migrated yet: the old service does not know it"


def test_ids_from_elsewhere_may_be_those_that_are_made_here() -> None:
    source = HEAD + BLOCKED
    assert "conversations.create().id" in fix_all(source)
    assert f"line 13 may take {TOLD}" in notes(source)


def test_who_makes_an_id_waits_for_who_is_known_to_take_it() -> None:
    source = HEAD + BLOCKED + '\n\nask(new_thread(), "hi")\n'
    assert fix_all(source) == source
    assert any("`create` at line 13 takes the same ids" in said for _, said in blockers(source))


ON_OBJECT = """

class Bot:
    def __init__(self) -> None:
        self.thread_id = client.threads.create().id

    def ask(self, text: str) -> None:
        client.messages.create(
            thread_id=self.thread_id, role="user", content=text, attachments=load()
        )
"""


def test_an_id_on_an_object_is_known_to_be_taken() -> None:
    source = HEAD.partition("\n\ndef")[0] + ON_OBJECT
    assert fix_all(source) == source
    moved = fix_all(source.replace(", attachments=load()", ""))
    assert "conversations.create().id" in moved and "AgentsClient" not in moved


def test_a_service_that_answers_no_more_keeps_nobody_waiting() -> None:
    made = ON_OBJECT.replace("client.", "client.beta.threads.").replace(
        "threads.threads", "threads"
    )
    source = f"from openai import OpenAI\n\nclient = OpenAI()\n{made}"
    assert "conversations.create().id" in fix_all(source)
    assert f"line 11 takes {TOLD}" in notes(source)


def test_nothing_is_said_where_all_moves() -> None:
    source = HEAD + BLOCKED.replace(", attachments=load()", "")
    assert not [note for note in notes(source) if TOLD in note]


PRINTER = """from openai import OpenAI

client = OpenAI()


def answers(thread_id):
    return client.beta.threads.messages.list(thread_id=thread_id)


def show({0}):
    for message in messages:
        print(message.content[0].text.value)
"""
READ = "reads `.text.value` of an object from out of view"


def test_texts_that_are_read_of_what_callers_out_of_view_give() -> None:
    source = PRINTER.format("store").replace("in messages:", 'in store["messages"]:')
    told = [note for note in notes(source) if READ in note]
    assert [note.partition(" reads")[0] for note in told] == ["line 12"]


def test_texts_of_messages_in_view_are_read_in_the_new_way() -> None:
    source = PRINTER.format("messages") + "\n\nshow(answers(input()))\n"
    assert not [note for note in notes(source) if READ in note]
    assert "text.value" not in fix_all(source)
