"""Messages that code out of view only reads: it gets objects with the fields that they had."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import TODAY, fix_all

from unspool_rules.api import analyse
from unspool_rules.semantics.resolver import Module, NoResolver

HEAD = """import json

from openai import OpenAI
from store import Panel, save

client = OpenAI()
panel = Panel()


def latest(thread_id: str, callback):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
"""
WHOLE = "gets the whole object"
LOST = "is not in view"


@pytest.mark.parametrize(
    ("use", "after"),
    [
        ("save(messages.data[0])", "save(message_of(messages[0]))"),
        ("save(item=messages.data[0])", "save(item=message_of(messages[0]))"),
        ("panel.show(messages.data[0])", "panel.show(message_of(messages[0]))"),
        ("callback(messages.data[0])", "callback(message_of(messages[0]))"),
        ("save(messages.data)", "save([message_of(message) for message in messages])"),
        (
            'save({"last": messages.data[0]})',
            'save({"last": message_of(messages[0])})',
        ),
    ],
)
def test_what_is_handed_to_code_out_of_view(use: str, after: str) -> None:
    source = f"{HEAD}    {use}\n"
    fixed = fix_all(source)
    becomes(source, fixed)
    assert f"    {after}\n" in fixed
    assert "def message_of(item: Any) -> SimpleNamespace:\n" in fixed
    name = use.partition("(")[0]
    assert any(f"`{name}` is not in view: it gets `id`, `role`" in note for note in notes(source))


@pytest.mark.parametrize("use", ["save(messages)", "panel.show(items=messages)"])
def test_a_listing(use: str) -> None:
    source = f"{HEAD}    {use}\n"
    fixed = fix_all(source)
    becomes(source, fixed)
    assert f"    {use.replace('messages)', 'page_of(messages))')}\n" in fixed
    assert "    return Page(map(message_of, items))\n" in fixed
    assert any("at most 20 messages" in note for note in notes(source))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thread_id=thread_id)", "thread_id=thread_id, limit=2)"),
        ("    messages = ", "    messages = callback() or "),
        ("    messages = ", "    messages = callback()\n    if thread_id:\n        messages = "),
    ],
)
def test_listings_that_are_not_certain(old: str, new: str) -> None:
    source = HEAD.replace(old, new) + "    save(messages)\n"
    assert any(WHOLE in message for _, message in blockers(source))


def test_a_message_that_may_be_none_stays_none() -> None:
    source = f"""{HEAD}    last = None
    for message in messages:
        last = message
        break
    save(last)
"""
    assert "    save(last and message_of(last))\n" in fix_all(source)


def test_a_list_that_is_filled_here() -> None:
    source = f"""{HEAD}    found = []
    for message in messages:
        found.append(message)
    save(found)
"""
    fixed = fix_all(source)
    becomes(source, fixed)
    assert "    save([message_of(message) for message in found])\n" in fixed


def test_messages_of_azure_have_their_texts() -> None:
    source = """from azure.ai.agents import AgentsClient
from store import save


def latest(client: AgentsClient, thread_id: str):
    for message in client.messages.list(thread_id=thread_id):
        save(message)
"""
    assert "        text_messages=content,\n" in fix_all(source)


@pytest.mark.parametrize(
    "use",
    [
        "json.dumps(messages.data[0])",
        "messages = save(messages.data[0])",
        "unknown(messages.data[0])",
        "callback(dict(messages.data[0]))",
        "save(callback() or messages.data[0])",
        "save(messages.data[0] if thread_id else callback())",
    ],
)
def test_what_stays(use: str) -> None:
    found = {message for _, message in blockers(f"{HEAD}    {use}\n")}
    assert any(LOST in message for message in found)


READERS = [
    "def text_of(message):\n    return message.content[0].text.value\n",
    "def text_of(message: Message):\n    return message.content[0].text.value\n",
]


@pytest.mark.parametrize("reader", READERS)
def test_old_shapes_would_come_where_new_ones_are_read(reader: str) -> None:
    head = HEAD.replace("from store", "from openai.types.beta.threads import Message\nfrom store")
    source = f"{head}    save(messages.data[0])\n\n\n{reader}"
    assert any(WHOLE in message for _, message in blockers(source))


def test_functions_in_files_with_an_sdk_may_be_migrated_themselves() -> None:
    class Known(NoResolver):
        def module(self, name: str, level: int = 0, of: Path | None = None) -> Module | None:
            del level, of
            return Module(Path("store.py"), "import openai\n") if name == "store" else None

    source = f"{HEAD}    save(messages.data[0])\n"
    found = {
        b.message
        for f in analyse(source, today=TODAY, resolver=Known()).findings
        for b in f.blockers
    }
    assert any(WHOLE in message for message in found)


AZURE = """from azure.ai.agents import AgentsClient
from store import save


def latest(client: AgentsClient, thread_id: str):
    messages = client.messages.list(thread_id=thread_id)
    save(messages)
"""


def test_a_pager_that_nobody_else_reads() -> None:
    assert "    save(page_of(messages))\n" in fix_all(AZURE)


def test_a_pager_that_is_read_again_may_have_something_left() -> None:
    source = f"{AZURE}    for message in messages:\n        print(message.role)\n"
    assert any(WHOLE in message for _, message in blockers(source))
