"""Functions that the SDK called while streaming: a loop of streams, with the calls in between."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_HEAD = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentEventHandler, AgentStreamEvent, FunctionTool, MessageDeltaChunk, ToolSet
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


def hours(place: str) -> str:
    return place


tools = ToolSet()
tools.add(FunctionTool({hours}))
client.enable_auto_function_calls(tools)
agent = client.create_agent(model="m", name="guide", instructions="i", toolset=tools)
thread = client.threads.create()
"""  # noqa: E501 - as wide as people write
_STREAM = """with client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    # read all
    for name, data, _ in stream:
        if isinstance(data, MessageDeltaChunk):
            print(data.text)
        elif name == AgentStreamEvent.DONE:
            print("done")
"""


def test_events_one_by_one() -> None:
    becomes(
        _HEAD + _STREAM,
        """import json
import os
from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai import omit
from openai.types.responses import ResponseFunctionToolCall, ResponseInputItemParam

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()


def hours(place: str) -> str:
    return place


functions = {"hours": hours}
agent = client.agents.create_version(
    agent_name="guide",
    definition=PromptAgentDefinition(
        model="m",
        instructions="i",
        tools=[
            FunctionTool(
                name="hours",
                description="No description",
                parameters={
                    "type": "object",
                    "properties": {"place": {"type": "string", "description": "No description"}},
                    "required": ["place"],
                },
                strict=False,
            )
        ],
    ),
)
conversation = openai_client.conversations.create()
outputs: list[ResponseInputItemParam] = []
for _ in range(11):
    with openai_client.responses.create(
        conversation=conversation.id,
        input=outputs or omit,
        stream=True,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    ) as stream:
        # read all
        calls: list[ResponseFunctionToolCall] = []
        for event in stream:
            if event.type == "response.output_item.done" and event.item.type == "function_call":
                calls.append(event.item)
            if event.type == "response.output_text.delta":
                print(event.delta)
        print("done")
    outputs = []
    for call in calls:
        try:
            result = str(functions[call.name](**json.loads(call.arguments)))
        except Exception as error:
            result = json.dumps({"error": f"Error executing function '{call.name}': {error}"})
        outputs.append({"type": "function_call_output", "call_id": call.call_id, "output": result})
    if not outputs:
        break
""",
    )


_HANDLER = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentEventHandler, FunctionTool, SubmitToolOutputsAction, ThreadRun
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


def hours(place: str) -> str:
    return place


tool = FunctionTool({hours})


class Handler(AgentEventHandler):
    def __init__(self, tool: FunctionTool) -> None:
        super().__init__()
        self.tool = tool

    def on_thread_run(self, run: ThreadRun) -> None:
        if run.status == "requires_action" and isinstance(run.required_action, SubmitToolOutputsAction):
            answers = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                answers.append({"tool_call_id": call.id, "output": hours(call.function.name)})
            client.runs.submit_tool_outputs_stream(  # and on
                thread_id=run.thread_id, run_id=run.id, tool_outputs=answers, event_handler=self
            )


agent = client.create_agent(model="m", name="guide", instructions="i", tools=tool.definitions)
thread = client.threads.create()
with client.runs.stream(thread_id=thread.id, agent_id=agent.id, event_handler=Handler(tool)) as stream:
    stream.until_done()
"""  # noqa: E501 - as wide as people write


def test_a_program_that_translates() -> None:
    assert "for _round in range(11):" in fix_all(
        "from gettext import gettext as _\n"
        + _HEAD
        + _STREAM.replace("data, _ in", "data, rest in")
        + 'print(_("end"))\n'
    )


def test_a_handler_that_hands_in_outputs() -> None:
    becomes(
        _HANDLER,
        """import os
from collections.abc import Callable
from typing import Any
from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai import Stream, omit
from openai.types.responses import Response, ResponseInputItemParam, ResponseStreamEvent

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()


def hours(place: str) -> str:
    return place


tool = {"hours": hours}


class Handler:
    def __init__(self, tool: dict[str, Callable[..., Any]]) -> None:
        self.tool = tool

    def on_thread_run(self, run: Response) -> None:
        if any(item.type == "function_call" for item in run.output):
            answers: list[ResponseInputItemParam] = []
            for call in [item for item in run.output if item.type == "function_call"]:
                answers.append({"type": "function_call_output", "call_id": call.call_id, "output": hours(call.name)})
            # and on
            self.pending = answers

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> list[ResponseInputItemParam]:
        self.pending: list[ResponseInputItemParam] = []
        for event in stream:
            if (
                event.type == "response.created"
                or event.type == "response.queued"
                or event.type == "response.in_progress"
                or event.type == "response.completed"
                or event.type == "response.incomplete"
                or event.type == "response.failed"
            ):
                self.on_thread_run(event.response)
        return self.pending


agent = client.agents.create_version(
    agent_name="guide",
    definition=PromptAgentDefinition(
        model="m",
        instructions="i",
        tools=[
            FunctionTool(
                name="hours",
                description="No description",
                parameters={
                    "type": "object",
                    "properties": {"place": {"type": "string", "description": "No description"}},
                    "required": ["place"],
                },
                strict=False,
            )
        ],
    ),
)
conversation = openai_client.conversations.create()
handler = Handler(tool)
pending: list[ResponseInputItemParam] = []
while True:
    with openai_client.responses.create(
        conversation=conversation.id,
        input=pending or omit,
        stream=True,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    ) as stream:
        pending = handler.until_done(stream)
    if not pending:
        break
""",  # noqa: E501 - as wide as people write
    )


def test_what_a_handler_may_not_have() -> None:
    own = _HANDLER.replace("self.tool = tool", "self.pending = tool")
    assert any("an attribute `pending` of its own" in words for _, words in blockers(own))
    used = _HANDLER + "print(handler.tool)\n"
    assert any("used for something else" in words for _, words in blockers(used))


BLOCKED = {
    "a loop that is left": (
        _STREAM + "            break\n",
        "before the answer that follows the function calls",
    ),
    "more than reading the stream": (
        _STREAM + '    print("read")\n',
        "after each of several streams",
    ),
    "a forced call": (
        _STREAM.replace("agent.id)", 'agent.id, tool_choice="required")'),
        "`tool_choice` is for the first of several streams only",
    ),
    "text that must keep its indent": (
        _STREAM.replace('"done"', '"""all\n  done"""'),
        "a string of several lines",
    ),
    "no statement around the stream": (
        """stream = client.runs.stream(thread_id=thread.id, agent_id=agent.id)
for name, data, _ in stream:
    print(name)
""",
        "no `with` statement of its own",
    ),
    "what is left of a stream that was read": (
        """with client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    show(stream)
""",
        "one of several streams",
    ),
}


@pytest.mark.parametrize("name", BLOCKED)
def test_blocked(name: str) -> None:
    source, reason = BLOCKED[name]
    assert any(reason in message for _, message in blockers(_HEAD + source))
