"""Arguments that a dictionary is given under a condition."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()


class Bot:
    def __init__(self, model, name=None, files=False, messages=(), metadata=None):
        params = {"model": model, "instructions": "Help."}
        if files:
            params["tools"] = [{"type": "code_interpreter"}]
        if name:
            params["name"] = name
        self.assistant = client.beta.assistants.create(**params)
        options = {}
        if metadata:
            options["metadata"] = metadata
        self.thread = client.beta.threads.create(**options)

    def ask(self, top=None, shape=None):
        params = {"thread_id": self.thread.id, "assistant_id": self.assistant.id}
        if top:
            params["max_completion_tokens"] = top
        if shape:
            params["response_format"] = {"type": "json_object"}
        return client.beta.threads.runs.create_and_poll(**params).status
"""
AFTER = """from functools import partial
from typing import Any

from openai import OpenAI

client = OpenAI()


class Bot:
    def __init__(self, model, name=None, files=False, messages=(), metadata=None):
        params: dict[str, Any] = {}
        if files:
            params["tools"] = [
                {"type": "code_interpreter", "container": {"type": "auto"}}
            ]
        self.assistant = partial(
            client.responses.create,
            model=model,
            instructions="Help.",
            **params,
        )
        options: dict[str, Any] = {}
        if metadata:
            options["metadata"] = metadata
        self.thread = client.conversations.create(**options)

    def ask(self, top=None, shape=None):
        params: dict[str, Any] = {}
        if top:
            params["max_output_tokens"] = top
        if shape:
            params["text"] = {"format": {"type": "json_object"}}
        return self.assistant(conversation=self.thread.id, **params).status
"""
ONE = """from openai import OpenAI

client = OpenAI()


def make(given):
    params = {{"model": "gpt-4o"}}
    if given:
        params["{key}"] = given
    return client.beta.assistants.create(**params)
"""
FOUNDRY = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("https://example.org", DefaultAzureCredential())


def make(given):
    params = {{"model": "gpt-4o", "name": "a"}}
    if given:
        params["{key}"] = given
    return client.create_agent(**params).id
"""


def test_program() -> None:
    becomes(BEFORE, AFTER)


@pytest.mark.parametrize("key", ["name", "description", "metadata"])
def test_what_a_definition_has_no_place_for_goes(key: str) -> None:
    after = fix_all(ONE.format(key=key).replace("return client", "assistant = client"))
    assert '    assistant = partial(client.responses.create, model="gpt-4o")' in after
    assert "params" not in after


@pytest.mark.parametrize("key", ["name", "description", "metadata", "instructions"])
def test_an_assistant_of_the_programs_own_file_has_them(key: str) -> None:
    after = fix_all(ONE.format(key=key))
    assert f'params["{key}"] = given\n' in after
    assert 'return store_assistant(model="gpt-4o", **params)' in after


def test_what_an_update_changes_under_a_condition() -> None:
    update = ONE.replace("(given)", "(known, given)").replace(
        "create(**params)", "update(known, **params).id"
    )
    after = fix_all(update.format(key="instructions"))
    assert 'return change_assistant(known, model="gpt-4o", **params).id' in after


def test_other_statements_under_the_condition_stay() -> None:
    source = ONE.format(key="name").replace("= given\n", "= given\n        print(given)\n")
    source = source.replace("return client", "assistant = client")
    assert "    if given:\n        print(given)\n" in fix_all(source)


@pytest.mark.parametrize("key", ["tools", "response_format"])
def test_what_is_not_in_view_gets_its_shape_there(key: str) -> None:
    name = {"tools": "tools", "response_format": "text"}[key]
    assert f'params["{name}"] = response_{name}(given)' in fix_all(ONE.format(key=key))


@pytest.mark.parametrize("key", ["description", "metadata"])
def test_a_version_has_them_too(key: str) -> None:
    after = fix_all(FOUNDRY.format(key=key))
    assert f'params["{key}"] = given' in after
    assert ", **params\n    ).name\n" in after


@pytest.mark.parametrize("key", ["instructions", "tool_resources"])
def test_what_a_definition_has_no_place_of_its_own_for_blocks(key: str) -> None:
    message = f"`{key}` is given under a condition, and has no place of its own any more"
    assert message in {text for _, text in blockers(FOUNDRY.format(key=key))}


def test_tools_and_their_files_stay_together() -> None:
    source = ONE.format(key="tools").replace(
        '"gpt-4o"}', '"gpt-4o", "tool_resources": {"code_interpreter": {"file_ids": ["f"]}}}'
    )
    assert "store_assistant(**assistant_fields(params))" in fix_all(source)
    first = source.replace(
        '"tool_resources": {"code_interpreter": {"file_ids": ["f"]}}', '"file_ids": []'
    )
    assert fix_all(first) == first


def test_none_does_not_take_what_a_definition_may_have() -> None:
    source = BEFORE.replace('"instructions": "Help."', '"temperature": 0.5')
    source = source.replace('params["name"] = name', 'params["instructions"] = name')
    source = source.replace(
        "        if top:\n", "        params['instructions'] = shape\n        if top:\n"
    )
    after = fix_all(source)
    assert "self.assistant = store_assistant(" in after
    assert "**definition_of(self.assistant.id)" in after


@pytest.mark.parametrize("key", ["temperature", "top_p"])
def test_a_definition_takes_what_it_is_given_under_a_condition(key: str) -> None:
    after = fix_all(FOUNDRY.format(key=key))
    assert f'params["{key}"] = given' in after
    assert 'definition=PromptAgentDefinition(model="gpt-4o", **params)' in after


AGENT = """from typing import Any

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FileSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())


def make(store: str, as_json: bool):
    params: dict[str, Any] = {{"model": "gpt-4o", "name": "a", "instructions": "Help."}}
    if store:
{0}
    if as_json:
        params["response_format"] = {{"type": "json_object"}}
    return client.create_agent(**params)
"""
SEARCH = """        search = FileSearchTool(vector_store_ids=[store])
        params["tools"] = search.definitions
        params["tool_resources"] = search.resources"""
DEFINED = """from typing import Any

from azure.ai.projects.models import (
    FileSearchTool,
    PromptAgentDefinition,
    PromptAgentDefinitionTextOptions,
    TextResponseFormatJsonObject,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())


def make(store: str, as_json: bool):
    params: dict[str, Any] = {}
    if store:
        search = FileSearchTool(vector_store_ids=[store])
        params["tools"] = [search]
    if as_json:
        params["text"] = PromptAgentDefinitionTextOptions(
            format=TextResponseFormatJsonObject()
        )
    return client.agents.create_version(
        agent_name="a",
        definition=PromptAgentDefinition(
            model="gpt-4o",
            instructions="Help.",
            **params,
        ),
    )
"""


def test_tools_and_formats_of_a_definition() -> None:
    becomes(AGENT.format(SEARCH), DEFINED)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ('        params["metadata"] = {"store": store}', "keep two dictionaries"),
        ('        params["toolset"] = tools', "`toolset` is given under a condition"),
        (
            """        params.update(tool_resources={})
        print(store)
        params["tools"] = [{"type": "code_interpreter"}]""",
            "put each tool with its resources",
        ),
    ],
)
def test_what_goes_to_another_place_blocks(given: str, message: str) -> None:
    assert any(message in text for _, text in blockers(AGENT.format(given)))


def test_an_update_reads_what_an_agent_was_given_under_a_condition() -> None:
    source = AGENT.format('        params["temperature"] = 1')
    source = source.replace(
        "    return client.create_agent(**params)\n",
        """\
    agent = client.create_agent(**params)
    client.update_agent(agent.id, instructions="Other.")
""",
    )
    assert '{**latest.definition, "instructions": "Other."}' in fix_all(source)
