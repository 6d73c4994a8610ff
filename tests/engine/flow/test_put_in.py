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
TOOL: ToolParam = {
    "type": "function",
    "name": "look",
    "parameters": {},
    "strict": False,
}


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


def test_tools_and_their_resources_that_are_put_in_together_are_one() -> None:
    code = """from openai import OpenAI

client = OpenAI()


def make(store):
    params = dict(
        model="gpt-4o",  # the cheap one
        # consistent
        temperature=0.3,
    )
    if store:
        params["tools"]= [{"type": "file_search"}]
        params["tool_resources"] = {"file_search": {"vector_store_ids": [store]}}
    assistant = client.beta.assistants.create(**params)
    save(assistant.id)
"""
    assert """
    params: dict[str, Any] = {
        # the cheap one
        # consistent
    }
    if store:
        params["tools"] = [{"type": "file_search", "vector_store_ids": [store]}]
    assistant = store_assistant(model="gpt-4o", temperature=0.3, **params)
""" in fix_all(code)
    apart = code.replace('        params["tool_res', '    if store:\n        params["tool_res')
    assert "assistant = store_assistant(**assistant_fields(params))" in fix_all(apart)


def test_comments_of_a_dictionary_of_arguments_stay_once() -> None:
    code = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    params = dict(
        thread_id=thread_id,
        # who answers
        assistant_id=assistant_id,  # by its id
    )
    run = client.beta.threads.runs.create_and_poll(**params)
    return run.status
"""
    assert """
    # who answers
    # by its id
    response = client.responses.create(
        **definition_of""" in fix_all(code)


def test_a_method_that_only_has_another_name_is_given_its_dictionary() -> None:
    code = """from openai import OpenAI

client = OpenAI()


def add(store_id, file_id, wait):
    request = {"vector_store_id": store_id, "file_id": file_id}
    if wait:
        request["poll_interval_ms"] = 500
    client.beta.vector_stores.files.create_and_poll(**request)
"""
    becomes(code, code.replace("client.beta.", "client."))
