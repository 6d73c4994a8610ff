"""Run steps: programs before and after, and what is refused."""

from __future__ import annotations

import ast
from datetime import date

import pytest
from tests.rules.fixing import fix_all, look

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

PROGRAMS = {
    "openai, oldest first": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=[{"type": "code_interpreter"}])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
for step in client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id, order="asc"):
    if step.step_details.type == "tool_calls":
        for call in step.step_details.tool_calls:
            if call.type == "code_interpreter":
                print(call.id, call.code_interpreter.input)
                for output in call.code_interpreter.outputs:
                    if output.type == "logs":
                        print(output.logs)
    elif step.type == "message_creation":
        print(step.step_details.message_creation.message_id, step.status)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(
    client.responses.create,
    model="gpt-4o",
    tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
)
conversation = client.conversations.create()
response = assistant(conversation=conversation.id, include=["code_interpreter_call.outputs"])
for step in response.output:
    if step.type.endswith("_call"):
        for call in [step]:
            if call.type == "code_interpreter_call":
                print(call.id, call.code)
                for output in call.outputs or []:
                    if output.type == "logs":
                        print(output.logs)
    elif step.type == "message":
        print(step.id, getattr(step, "status", None))
""",
    ),
    "azure, newest first, what a search found": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    FileSearchTool,
    RunAdditionalFieldList,
    RunStepFileSearchToolCall,
    RunStepToolCallDetails,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = FileSearchTool(vector_store_ids=["vs"])
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for run_step in client.run_steps.list(
    thread_id=thread.id, run_id=run.id, include=[RunAdditionalFieldList.FILE_SEARCH_CONTENTS]
):
    if isinstance(run_step.step_details, RunStepToolCallDetails):
        for tool_call in run_step.step_details.tool_calls:
            if (
                isinstance(tool_call, RunStepFileSearchToolCall)
                and tool_call.file_search
                and tool_call.file_search.results
                and tool_call.file_search.results[0].content
                and tool_call.file_search.results[0].content[0].text
            ):
                print(tool_call.file_search.results[0].file_name)
                print(tool_call.file_search.results[0].content[0].text)
""",
        r"""from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = FileSearchTool(vector_store_ids=["vs"])
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o", tools=[tool])
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    include=["file_search_call.results"],
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
for run_step in reversed(response.output):
    if run_step.type.endswith("_call"):
        for tool_call in [run_step]:
            if (
                tool_call.type == "file_search_call"
                and tool_call
                and tool_call.results
                and tool_call.results[0].text
                and tool_call.results[0].text
            ):
                print(tool_call.results[0].filename)
                print(tool_call.results[0].text)
""",
    ),
    "read by key": (
        r"""from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
    # one step
    print(f"{step['id']}: {step['status']}")
    tool_calls = step.get("step_details", {}).get("tool_calls", [])
    if tool_calls:
        for call in tool_calls:
            details = call.get("function", {})
            if details:
                print(call.get("id"), details.get("name"))
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o")
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
for step in reversed(response.output):
    # one step
    print(f"{step.id}: {getattr(step, 'status', None)}")
    tool_calls = [step] if step.type.endswith("_call") else []
    if tool_calls:
        for call in tool_calls:
            details = call if call.type == "function_call" else None
            if details:
                print(call.id, details.name)
""",
    ),
    "asynchronous": (
        r"""from azure.ai.agents.aio import AgentsClient


async def ask(client: AgentsClient, agent_name: str) -> None:
    thread = await client.threads.create()
    run = await client.runs.create_and_process(thread_id=thread.id, agent_id=agent_name)
    async for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
        print(step.id, step.type)
""",
        r"""from azure.ai.projects.aio import AIProjectClient


async def ask(client: AIProjectClient, agent_name: str) -> None:
    openai_client = client.get_openai_client()
    conversation = await openai_client.conversations.create()
    response = await openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
    )
    for step in reversed(response.output):
        print(step.id, step.type)
""",
    ),
    "the message that the last step made": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")


def start(text):
    return client.beta.threads.create_and_run(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": text}]},
    )


def answer(run):
    steps = client.beta.threads.runs.steps.list(thread_id=run.thread_id, run_id=run.id)
    message = client.beta.threads.messages.retrieve(
        thread_id=run.thread_id,
        message_id=steps.data[0].step_details.message_creation.message_id,
    )
    return message.role


print(answer(start("hello")))
""",
        r"""from functools import partial
from typing import cast

from openai import OpenAI
from openai.types.conversations import Message
from openai.types.responses.response import Conversation as ResponseConversation

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")


def start(text):
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": text}]
    )
    return assistant(conversation=conversation.id)


def answer(run):
    steps = run.output[::-1]
    message = cast(
        Message,
        client.conversations.items.retrieve(
            str(steps[0].id),
            conversation_id=cast(ResponseConversation, run.conversation).id,
        ),
    )
    return message.role


print(answer(start("hello")))
""",
    ),
    "openai, of a run that is known by its id": (
        r"""from openai import AsyncOpenAI

client = AsyncOpenAI()


async def code_of(thread_id, run_id):
    found = await client.beta.threads.runs.steps.list(thread_id=thread_id, run_id=run_id)
    for step in found.data:
        if step.step_details.type == "tool_calls":
            for tool in step.step_details.tool_calls:
                if tool.type == "code_interpreter":
                    print(tool.code_interpreter.input)


async def last(thread_id, run_id):
    steps = await client.beta.threads.runs.steps.list(run_id, thread_id=thread_id, limit=1)
    if steps.data and steps.data[0].step_details.type == "message_creation":
        details = steps.data[0].step_details
        return details.message_creation.message_id
""",
        r"""from openai import AsyncOpenAI

client = AsyncOpenAI()


async def code_of(thread_id, run_id):
    found = (await client.responses.retrieve(run_id)).output[::-1]
    for step in found:
        if step.type.endswith("_call"):
            for tool in [step]:
                if tool.type == "code_interpreter_call":
                    print(tool.code)


async def last(thread_id, run_id):
    steps = (await client.responses.retrieve(run_id)).output[::-1]
    if steps and steps[0].type == "message":
        details = steps[0]
        return str(details.id)
""",
    ),
    "only shown, and given to who asks": (
        r"""import logging

from openai import OpenAI


class Manager:
    def __init__(self, assistant):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.retrieve(assistant)
        self.run = None

    def ask(self, thread_id):
        self.run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=self.assistant.id
        )

    def steps(self, thread_id):
        found = self.client.beta.threads.runs.steps.list(
            thread_id=thread_id, run_id=self.run.id, limit=2
        )
        for step in found.data:
            print(step.id)
        logging.info(found)
        print(f"steps: {found.data}")
        return found.data
""",
        r'''import json
import logging
from functools import partial
from pathlib import Path
from typing import Any

from openai import OpenAI


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


class Manager:
    def __init__(self, assistant):
        self.client = OpenAI()
        self.assistant = partial(
            self.client.responses.create,
            **definition_of(assistant),
        )
        self.run = None

    def ask(self, thread_id):
        self.run = self.assistant(conversation=thread_id)

    def steps(self, thread_id):
        found = self.run.output[::-1][:2]
        for step in found:
            print(step.id)
        logging.info(found)
        print(f"steps: {found}")
        return found
''',
    ),
}

REFUSALS = {
    "a tool that openai has no class for": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
    for call in step.get("step_details", {}).get("tool_calls", []):
        print(call.get("bing_grounding", {}))
""",
        (
            "the new service sends this call as an item that openai has no class for: read "
            "`item.type` and `item.model_extra`"
        ),
    ),
    "usage of a step": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=[{"type": "code_interpreter"}])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
for step in client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id):
    print(step.usage)
""",
        "an item carries no `usage`: it is the whole response's",
    ),
    "a run from elsewhere, beside an agent": (
        r"""import os
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["P"], credential=DefaultAzureCredential())


def show(thread_id, run_id):
    print(project.agents.run_steps.list(thread_id, run_id))


project.agents.runs.create(thread_id="t", agent_id="a")
""",
        "run steps are the items of the response's `output`, and its run is not in view",
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    analysis = analyse(before, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(before, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done == after


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_left_to_do(name: str) -> None:
    after = PROGRAMS[name][1]
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("source", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str, reason: str) -> None:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.message for f in analysis.findings for b in f.blockers}
    assert "beta.threads.runs" in apply_edits(source, analysis.fix_all(unsafe=True)) or (
        "runs.create" in apply_edits(source, analysis.fix_all(unsafe=True))
    )


FETCHED = """\
from openai import OpenAI

client = OpenAI()


def show(thread_id: str) -> None:
    assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)
    for step in client.beta.threads.runs.steps.list(run.id, thread_id=thread_id):
        again = client.beta.threads.runs.steps.retrieve(STEP, run_id=run.id, thread_id=thread_id)
        print(again.id)
"""


def test_a_step_that_is_fetched_again_is_its_item() -> None:
    after = fix_all(FETCHED.replace("STEP", "step.id"))

    assert "    for step in reversed(response.output):\n        again = step\n" in after
    assert "        print(again.id)\n" in after
    assert not look(after).findings


def test_a_step_by_an_id_from_elsewhere_is_not_found() -> None:
    source = FETCHED.replace("STEP", '"step_1"')

    assert fix_all(source) == source
    assert any(
        "look for its item by id" in b.message for f in look(source).findings for b in f.blockers
    )
