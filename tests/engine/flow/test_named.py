"""Attributes that are read or asked for by their names."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
NEW_HEAD = HEAD + "openai_client = project.get_openai_client()\n"
LIST = "project.agents.messages.list(thread_id=os.environ['T'])"
NEW_LIST = """(
    item
    for item in openai_client.conversations.items.list(conversation_id=os.environ['T'])
    if item.type == "message"
)"""
TEXTS = """[
        part
        for part in message.content
        if part.type == "output_text" or part.type == "input_text"
    ]"""

ASKED = {
    "a field that lives on": ('hasattr(message, "role")', 'hasattr(message, "role")'),
    "a field with a new form": ('hasattr(message, "text_messages")', "message is not None"),
    "not": ('not hasattr(message, "text_messages")', "not (message is not None)"),
    "read": ('getattr(message, "text_messages", [])', TEXTS),
    "read that lives on": ('getattr(message, "content", [])', 'getattr(message, "content", [])'),
}


@pytest.mark.parametrize("name", ASKED)
def test_messages(name: str) -> None:
    old, new = ASKED[name]
    before = f"{HEAD}for message in {LIST}:\n    found = {old}\n"
    becomes(before, f"{NEW_HEAD}for message in {NEW_LIST}:\n    found = {new}\n")


def test_parts() -> None:
    before = (
        HEAD
        + f"""for message in {LIST}:
    for part in message.content:
        if hasattr(part, "text") and hasattr(part.text, "value"):
            print(part.text.value)
        details = getattr(part, "text", None)
        print(getattr(details, "value", ""))
"""
    )
    is_text = 'part.type == "output_text" or part.type == "input_text"'
    after = (
        NEW_HEAD
        + f"""for message in {NEW_LIST}:
    for part in message.content:
        if ({is_text}) and isinstance(
            part.text, str
        ):
            print(part.text)
        details = (
            part.text
            if {is_text}
            else None
        )
        print((details if details is not None else ""))
"""
    )
    becomes(before, after)


def test_what_may_be_nothing_stays_so() -> None:
    before = (
        HEAD
        + """
def ask(thread_id, agent_id):
    run = None
    try:
        run = project.agents.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    except OSError:
        pass
    print(getattr(run, "thread_id", None), getattr(run, "last_error", None))
    return hasattr(run, "last_error")
"""
    )
    after = (
        NEW_HEAD
        + """
def ask(thread_id, agent_id):
    response = None
    try:
        response = openai_client.responses.create(
            conversation=thread_id,
            extra_body={
                "agent_reference": {"name": agent_id, "type": "agent_reference"}
            },
        )
    except OSError:
        pass
    print(
        (thread_id if response is not None else None), getattr(response, "error", None)
    )
    return hasattr(response, "error")
"""
    )
    becomes(before, after)


@pytest.mark.parametrize(
    ("read", "why"),
    [
        ('hasattr(message, "created_at")', "items of a conversation carry no time"),
        ('getattr(message, "created_at", None)', "items of a conversation carry no time"),
        (
            'getattr(message, "phase")',
            "`phase` is none of the old object's attributes: a new one may have it",
        ),
        (
            "getattr(message, os.sep)",
            "which attribute is read here is not known, and the new object has other ones",
        ),
    ],
)
def test_what_has_no_counterpart(read: str, why: str) -> None:
    source = f"{HEAD}for message in {LIST}:\n    print({read})\n"
    assert [m for _, m in blockers(source)] == [why]


def test_texts_that_are_kept() -> None:
    before = (
        HEAD
        + f"""for message in {LIST}:
    for part in message.content:
        if part.type == "text":
            details = part.text
            print(details.value)
"""
    )
    after = (
        NEW_HEAD
        + f"""for message in {NEW_LIST}:
    for part in message.content:
        if part.type == "output_text" or part.type == "input_text":
            details = part.text
            print(details)
"""
    )
    becomes(before, after)
    away = before.replace("print(details.value)", "show(details)")
    assert [m for _, m in blockers(away)] == [
        (
            "the object of a text is a plain string now, and its use here is not known: read its "
            "`.value`"
        )
    ]


def test_fields_of_mappings() -> None:
    before = (
        HEAD
        + """
def ask(thread_id, agent_id):
    run = project.agents.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    if run.usage:
        print(run.usage.get("prompt_tokens"), run.usage.get("total_tokens", 0))
    if run.status == "failed":
        print(run.last_error.get("message"))
"""
    )
    after = (
        NEW_HEAD
        + """
def ask(thread_id, agent_id):
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={"agent_reference": {"name": agent_id, "type": "agent_reference"}},
    )
    if response.usage:
        print(response.usage.input_tokens, response.usage.total_tokens)
    if response.status == "failed":
        print(response.error.message if response.error else "")
"""
    )
    becomes(before, after)
    assert "`get` of a usage has no known counterpart" in [
        m for _, m in blockers(before.replace('"total_tokens", 0', '"cached_tokens", 0'))
    ]


def test_fields_by_key() -> None:
    before = (
        HEAD
        + """
def ask(thread_id, agent_id):
    message = project.agents.messages.create(thread_id=thread_id, role="user", content="hi")
    print(f"{message['id']}: {message['role']}")
    run = project.agents.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    if run["status"] == "failed":
        print(run["last_error"]["message"], run["usage"]["prompt_tokens"])
    for message in project.agents.messages.list(thread_id=thread_id):
        print(message["content"][0]["text"]["value"])
        for part in message["content"]:
            if part["type"] == "text":
                print(part["text"]["value"])
"""
    )
    is_text = 'part.type == "output_text" or part.type == "input_text"'
    after = (
        NEW_HEAD.replace("import os\n", "import os\nfrom typing import cast\n").replace(
            "Credential\n\n",
            "Credential\nfrom openai.types.conversations import Message\n\n",
        )
        + f"""
def ask(thread_id, agent_id):
    message = cast(
        Message,
        openai_client.conversations.items.create(
            conversation_id=thread_id,
            items=[{{"type": "message", "role": "user", "content": "hi"}}],
        ).data[0],
    )
    print(f"{{message.id}}: {{message.role}}")
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={{"agent_reference": {{"name": agent_id, "type": "agent_reference"}}}},
    )
    if response.status == "failed":
        print(
            response.error.message if response.error else "",
            response.usage.input_tokens if response.usage else 0,
        )
    for message in (
        item
        for item in openai_client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        print(
            next(
                (
                    part.text
                    for part in message.content
                    if {is_text}
                ),
                "",
            )
        )
        for part in message.content:
            if {is_text}:
                print(part.text)
"""
    )
    becomes(before, after)
    unknown = before.replace('message["content"]:', 'message["parts"]:')
    assert "`parts` is read by its key, which new objects do not have" in [
        m for _, m in blockers(unknown)
    ]


def test_fields_that_are_got() -> None:
    before = """from azure.ai.agents.models import MessageRole
from clients import project


def last(thread_id):
    for part in next(iter(project.agents.messages.list(thread_id=thread_id))).content:
        if part.get("type") == "text":
            print(part["text"].get("value"))
    return project.agents.messages.get_last_message_text_by_role(
        thread_id=thread_id, role=MessageRole.AGENT
    ).get("text", {}).get("value", "")
"""
    after = fix_all(before)
    assert 'if part.type == "output_text" or part.type == "input_text":' in after
    assert "print(part.text)" in after
    assert "get(" not in after.replace("get_openai_client(", "")
