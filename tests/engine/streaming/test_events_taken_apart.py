"""Events of Azure's streams that a statement of the loop unpacks, and what is asked of steps."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_HANDLED = """import json

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentEventHandler, MessageDeltaChunk, RunStep


class Teller(AgentEventHandler[str]):
    def on_message_delta(self, delta: MessageDeltaChunk):
        return delta.text

    def on_run_step(self, step: RunStep):
        {step}

    def on_error(self, data):
        return json.dumps({{"error": {error}}})


def ask(client: AgentsClient, agent_name, thread_id):
    with client.runs.stream(
        thread_id=thread_id, agent_id=agent_name, event_handler=Teller()
    ) as stream:
        for event in stream:
            _, _, told = event
            if told:
                print(told)
"""


def test_a_statement_unpacks_the_event() -> None:
    becomes(
        """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageDeltaChunk


def ask(client: AgentsClient, agent_name, thread_id):
    with client.runs.stream(thread_id=thread_id, agent_id=agent_name) as stream:
        for event in stream:
            kind, data, _ = event
            if isinstance(data, MessageDeltaChunk):
                print(data.text)
            elif kind == "error":
                raise RuntimeError(data)
""",
        """from azure.ai.projects import AIProjectClient


def ask(client: AIProjectClient, agent_name, thread_id):
    openai_client = client.get_openai_client()
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta)
            elif event.type == "error":
                raise RuntimeError(event.message)
""",
    )


def test_two_loops_of_one_name() -> None:
    loop = """    with client.runs.stream(thread_id=thread_id, agent_id=agent_name) as stream:
        for event in stream:
            kind, data, _ = event
            print(kind, data)
"""
    source = f"""from azure.ai.agents import AgentsClient


def ask(client: AgentsClient, agent_name, thread_id):
{loop * 2}"""
    assert fix_all(source).count("            print(event.type, event)\n") == 2


def test_an_event_that_is_read_otherwise() -> None:
    source = """from azure.ai.agents import AgentsClient


def ask(client: AgentsClient, agent_name, thread_id):
    with client.runs.stream(thread_id=thread_id, agent_id=agent_name) as stream:
        for event in stream:
            kind, data, _ = event
            print(kind, event[1])
"""
    assert 6 in [line for line, words in blockers(source) if "not unpacked" in words]


@pytest.mark.parametrize(
    ("step", "error", "expected"),
    [
        ("print(step.type, step.step_details)", "str(data)", "print(step.type, step)"),
        (
            'if step.type == "tool_calls":\n            print(step.id)',
            "repr(data)",
            'if step.type.endswith("_call"):\n',
        ),
        (
            'if step.type != "tool_calls":\n            print(step.id)',
            "str(data)",
            'if not step.type.endswith("_call"):\n',
        ),
        ("print(step.id)", 'self.keep({"error": data})', "print(step.id)"),
    ],
)
def test_what_is_asked_of_steps_and_errors(step: str, error: str, expected: str) -> None:
    after = fix_all(_HANDLED.format(step=step, error=error))
    assert expected in after
    assert "            told = handler.dispatch(event)\n            if told:\n" in after
    assert error in after


@pytest.mark.parametrize(
    ("step", "error", "words"),
    [
        (
            'if step.type == "message_creation":\n            print(step.id)',
            "str(data)",
            "types of items have other names",
        ),
        ("self.kinds.append(step.type)", "str(data)", "types of items have other names"),
        ("print(step.id)", "json.loads(data)", "whole object"),
        ("print(step.id)", "str(data).lower()", "whole object"),
    ],
)
def test_what_stays(step: str, error: str, words: str) -> None:
    found = blockers(_HANDLED.format(step=step, error=error))
    assert any(words in message for _, message in found)
