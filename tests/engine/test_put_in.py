"""Dictionaries of arguments that are asked whether they hold anything, or chosen as a whole."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
TOOL = {"type": "function", "function": {"name": "look", "parameters": {}}}


def change(assistant_id, tools=None, instructions=None):
    updates = {}
    if tools is not None:
        updates["tools"] = tools
    if instructions is not None:
        updates["instructions"] = instructions
    if updates:
        assistant = client.beta.assistants.update(assistant_id, **updates)
        return assistant.id
    return None


def create(search, name):
    more = {"tools": [TOOL], "temperature": 0.1} if search else {}
    assistant = client.beta.assistants.create(name=name, model="gpt-4o", **more)
    return assistant.id


def ask(thread_id, assistant_id, loud):
    params = {"thread_id": thread_id}
    if assistant_id:
        params["assistant_id"] = assistant_id
        if loud:
            params["instructions"] = "Shout."
        run = client.beta.threads.runs.create_and_poll(**params)
        return run.status
    return None
"""

AFTER = """client = OpenAI()
TOOL: ToolParam = {"type": "function", "name": "look", "parameters": {}, "strict": False}


def change(assistant_id, tools=None, instructions=None):
    updates: dict[str, Any] = {}
    if tools is not None:
        updates["tools"] = response_tools(tools)
    if instructions is not None:
        updates["instructions"] = instructions
    if updates:
        assistant = change_assistant(assistant_id, **updates)
        return assistant.id
    return None


def create(search, name):
    more: dict[str, Any] = {"tools": [TOOL], "temperature": 0.1} if search else {}
    assistant = store_assistant(name=name, model="gpt-4o", **more)
    return assistant.id


def ask(thread_id, assistant_id, loud):
    params: dict[str, Any] = {}
    if assistant_id:
        if loud:
            params["instructions"] = "Shout."
        response = client.responses.create(
            **{**definition_of(assistant_id), **params},
            conversation=thread_id,
        )
        return response.status
    return None
"""

ASKED = """from openai import OpenAI

client = OpenAI()


def make(name, most=None):
    params = {}
    if name:
        params["metadata"] = {"name": name}
    if params:
        print("named")
    thread = client.beta.threads.create(**params)
    given = {"thread_id": thread.id, "assistant_id": "asst_1"}
    if most:
        given["max_prompt_tokens"] = most
    if given:
        client.beta.threads.runs.create_and_poll(**given)
"""


def test_the_way_to_the_call() -> None:
    assert fix_all(BEFORE).endswith(AFTER)
    becomes(BEFORE, fix_all(BEFORE))


def test_what_would_be_empty() -> None:
    after = fix_all(ASKED)
    assert "if params:\n" in after
    assert "client.conversations.create(**params)" in after
    assert "thread and agent are not both given by name or position" in {
        message for _, message in blockers(ASKED)
    }
