"""Programs that take a page for a list, and an object for a dictionary."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
_AFTER = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
"""
_LISTED = """messages = [
    item
    for item in openai_client.conversations.items.list(conversation_id=os.environ["T"])
    if item.type == "message"
]
"""
_OPENAI = """from openai import OpenAI

client = OpenAI()
"""


def test_a_pager_that_is_read_like_a_page() -> None:
    before = """messages = client.messages.list(thread_id=os.environ["T"])
for message in reversed(messages.data):
    if message.role == "assistant":
        print(message.text_messages[0].text.value)
"""
    made = fix_all(_HEAD + before)
    assert made.startswith(_AFTER + _LISTED)
    assert "reversed(messages)" in made
    assert "text_messages" not in made
    assert any(note.startswith("a pager has nothing that pages") for note in notes(_HEAD + before))


@pytest.mark.parametrize("read", ["messages[0].role", "len(messages)", "messages.data[-1].role"])
def test_a_pager_that_is_read_like_a_list(read: str) -> None:
    before = f'messages = client.messages.list(thread_id=os.environ["T"])\nprint({read})\n'
    becomes(_HEAD + before, _AFTER + _LISTED + f"print({read.replace('.data', '')})\n")


def test_what_a_method_of_the_old_pages_gives_is_a_message() -> None:
    before = """answer = client.messages.list(thread_id=os.environ["T"]).get_last_message_by_role(
    "assistant"
)
for citation in answer.url_citation_annotations:
    print(citation.url_citation.title)
"""
    made = fix_all(_HEAD + before)
    assert "url_citation_annotations" not in made
    assert "print(citation.title)" in made


def test_two_methods_of_the_old_pages_read_one_list() -> None:
    before = """messages = client.messages.list(thread_id=os.environ["T"])
print(messages.get_last_text_message_by_role("assistant").text.value)
print(len(messages.text_messages))
"""
    assert fix_all(_HEAD + before).startswith(_AFTER + _LISTED)


def test_an_object_is_no_dictionary_before_and_after() -> None:
    before = """for message in client.beta.threads.messages.list(thread_id="t").data:
    for part in message.content:
        if isinstance(part, dict):
            print(part["text"]["value"])
        else:
            print(part.text.value)
"""
    made = fix_all(_OPENAI + before)
    assert 'if isinstance(part, dict):\n            print(part["text"]["value"])\n' in made
    flat = " ".join(made.split())
    assert 'part.text if part.type == "output_text" or part.type == "input_text"' in flat


def test_an_object_of_openai_had_no_keys_either() -> None:
    before = """conversation = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(
    thread_id=conversation.id, assistant_id=client.beta.assistants.create(model="gpt-4.1").id
)
print(run["data"]["text"] if "data" in run else "No answer")
"""
    made = fix_all(_OPENAI + before)
    assert 'print(response["data"]["text"] if "data" in response else "No answer")' in made
    assert "reading `data` by its key fails, as it did: openai's objects have no keys" in notes(
        _OPENAI + before
    )


def test_what_a_call_is_given_is_a_dictionary() -> None:
    before = """from openai.types.beta import thread_create_params


def show(message: thread_create_params.Message) -> None:
    print(message["content"])
"""
    after = fix_all(before)
    assert "def show(message: EasyInputMessageParam) -> None:\n" in after
    assert '    print(message["content"])\n' in after


def test_a_listing_may_become_a_list_and_is_asked_after() -> None:
    before = """messages = client.beta.threads.messages.list(thread_id="t")
if isinstance(messages, list):
    print(messages[0].role)
"""
    assert blockers(_OPENAI + before) == [(5, "a test for this class has to be written anew")]


@pytest.mark.parametrize(
    "value", ['getattr(part.text, "value", None)', "part.text.value"], ids=["by name", "read"]
)
def test_a_text_that_may_be_a_string_is_one(value: str) -> None:
    before = f"""texts = []
for message in client.beta.threads.messages.list(thread_id="t").data:
    for part in message.content:
        if hasattr(part, "text"):
            texts.append(part.text if isinstance(part.text, str) else {value})
        if hasattr(part, "value") and part.value:
            texts.append(part.value)
"""
    made = fix_all(_OPENAI + before)
    assert "            texts.append(part.text)\n" in made
    assert 'if hasattr(part, "value") and part.value:' in made


def test_what_only_followed_a_test_for_a_string_still_never_runs() -> None:
    before = """for message in client.beta.threads.messages.list(thread_id="t").data:
    text = message.content[0].text
    print("plain" if isinstance(text, str) else text.value)
"""
    assert 'print("plain" if False else text)' in fix_all(_OPENAI + before)


def test_an_attribute_that_steps_never_had() -> None:
    before = """run = client.runs.create_and_process(thread_id=os.environ["T"], agent_id="a")
for step in client.run_steps.list(thread_id=os.environ["T"], run_id=run.id):
    print(step.id, getattr(step, "status_details", "none"))
"""
    assert 'print(step.id, "none")' in fix_all(_HEAD + before)


@pytest.mark.parametrize(
    ("call", "part"), [("beta.threads.list()", "beta.threads"), ("beta.threads.runs.get()", "")]
)
def test_methods_that_a_part_of_the_client_does_not_have(call: str, part: str) -> None:
    part = f"client.{part or 'beta.threads.runs'}"
    name = call.removesuffix("()").rpartition(".")[2]
    found = blockers(f"{_OPENAI}print(client.{call})\nclient.beta.threads.create()\n")
    assert [line for line, _ in found] == [4]
    assert found[0][1].startswith(f"`{name}` is none of the methods of `{part}`")


def test_methods_that_azure_does_not_have() -> None:
    found = blockers(f"{_HEAD}thread = client.threads.retrieve('t')\nclient.threads.create()\n")
    assert found[0][1].startswith("`retrieve` is none of the methods of `client.threads`")


_SPLIT = """client.messages.create(thread_id=os.environ["T"], role="user", content="Hello")
answer = list(client.messages.list(thread_id=os.environ["T"]))[0].content
print(answer.split(" ")[-1])
"""


def test_a_list_of_parts_that_is_read_like_a_string_fails_as_before() -> None:
    assert 'print(answer.split(" ")[-1])\n' in fix_all(_HEAD + _SPLIT)
    assert "client.messages" not in fix_all(_HEAD + _SPLIT)
    assert any(note.startswith("a list of parts has no `split`") for note in notes(_HEAD + _SPLIT))


@pytest.mark.parametrize(
    "read",
    [
        "try:\n    print(answer.split())\nexcept AttributeError:\n    print(answer)\n",
        "print(answer.read())\n",
    ],
)
def test_where_it_may_not_fail_it_is_asked_for(read: str) -> None:
    source = _HEAD + _SPLIT[: _SPLIT.index("print")] + read
    assert any("a content part is read by" in message for _, message in blockers(source))


def test_annotations_that_are_joined_are_shown() -> None:
    before = """for message in client.messages.list(thread_id=os.environ["T"]):
    for part in message.text_messages:
        print(", ".join(part.text.annotations))
"""
    after = fix_all(_HEAD + before)
    assert '", ".join(map(str, part.annotations if part.type == "output_text" else []))' in after
    assert any(note.startswith("annotations are no strings") for note in notes(_HEAD + before))


@pytest.mark.parametrize(
    ("call", "new"),
    [
        ('beta.threads.modify("t", metadata={"a": "b"})', "conversations.update"),
        ('beta.threads.del_("t")', "conversations.delete"),
    ],
)
def test_methods_that_openai_never_had_by_that_name(call: str, new: str) -> None:
    source = f"{_OPENAI}client.{call}\n"
    assert f'client.{new}("t"' in fix_all(source)
    name = call.partition("(")[0]
    told = f"there never was a `client.{name}`: the program failed here"
    assert told in notes(source)
    assert told not in notes(source.replace("modify", "update").replace("del_", "delete"))
