"""Assistants whose vector stores come later: they are made where the stores are known."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    instructions="You know it all.", model="gpt-4o", tools=[{{"type": "file_search"}}]
)
store = client.beta.vector_stores.create(name="Facts")
{0}client.beta.assistants.update(
    assistant_id=assistant.id,
    tool_resources={{"file_search": {{"vector_store_ids": [store.id]}}}},
)
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
print(run.status)
"""
AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
store = client.vector_stores.create(name="Facts")
assistant = partial(
    client.responses.create,
    model="gpt-4o",
    instructions="You know it all.",
    tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
)
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
print(response.status)
"""
FOUNDRY = """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    FileSearchTool,
    PromptAgentDefinition,
    StructuredInputDefinition,
)
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()
store = openai_client.vector_stores.create(name="Facts")
agent = project_client.agents.create_version(
    agent_name="Sage",
    definition=PromptAgentDefinition(
        model="gpt-4o",
        instructions="You know it all. {{additional_instructions}}",
        tools=[FileSearchTool(vector_store_ids=[store.id])],
        structured_inputs={
            "additional_instructions": StructuredInputDefinition(
                default_value="", schema={"type": "string"}
            )
        },
    ),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={
        "agent_reference": {"name": agent.name, "type": "agent_reference"},
        "structured_inputs": {"additional_instructions": "Now."},
    },
)
print(response.status)
"""


@pytest.mark.parametrize("kept", ["", "assistant = "])
def test_a_definition_stands_where_its_stores_are_known(kept: str) -> None:
    becomes(BEFORE.format(kept), AFTER)


def test_inputs_of_runs_reach_the_agent_that_is_made_later() -> None:
    run = "thread_id=thread.id, assistant_id=assistant.id"
    before = (
        BEFORE.format("")
        .replace("OpenAI", "AzureOpenAI")
        .replace("instructions=", 'name="Sage", instructions=')
        .replace(run, f'{run}, additional_instructions="Now."')
    )

    becomes(before, FOUNDRY)


@pytest.mark.parametrize(
    "between",
    [
        "print(assistant.id)\n",
        (
            "thread = client.beta.threads.create()\n"
            "client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)\n"
        ),
    ],
)
def test_an_assistant_that_is_used_before_its_stores_are_known(between: str) -> None:
    before = BEFORE.format("").replace("store = ", between + "store = ")

    assert "search_in(assistant.id" in fix_all(before)


def test_an_assistant_that_a_function_uses_in_between() -> None:
    before = BEFORE.format("").replace(
        "store = ",
        """def ask():
    thread = client.beta.threads.create()
    return client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)


ask()
store = """,
    )

    assert "search_in(" in fix_all(before)


@pytest.mark.parametrize(
    "shown",
    ["assistant", "print(assistant)", "print(assistant.model_dump_json(indent=2))"],
)
def test_an_assistant_that_is_shown_before_its_stores_are_known(shown: str) -> None:
    before = BEFORE.format("").replace("store = ", f"{shown}\nstore = ")
    becomes(before, AFTER)
    assert any("before its stores were known" in note for note in notes(before))


@pytest.mark.parametrize("shown", ["keep(assistant)", "print(assistant, make())"])
def test_an_assistant_that_is_more_than_shown_before_its_stores_are_known(shown: str) -> None:
    before = BEFORE.format("").replace("store = ", f"{shown}\nstore = ")
    assert fix_all(before) != AFTER
    assert "are known" not in " ".join(notes(before))
