"""What the code reads of the details of run steps and of their deltas."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

CLASS = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Steps(AssistantEventHandler):
{}

with client.beta.threads.runs.stream(
    thread_id="conv_1", assistant_id="asst_1", event_handler=Steps()
) as stream:
    stream.until_done()
"""
DELTA = """\
    def on_run_step_delta(self, delta, snapshot):
        details = delta.step_details
        if details is not None and details.type == "tool_calls":
            for tool in details.tool_calls or []:
                {}
"""
AZURE = """\
from azure.ai.agents.models import AgentEventHandler, RunStepDeltaChunk
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


class Steps(AgentEventHandler):
    def on_run_step_delta(self, delta: RunStepDeltaChunk) -> None:
{}

with project.agents.runs.stream(
    thread_id="conv_1", agent_id="guide", event_handler=Steps()
) as stream:
    stream.until_done()
"""
CODE = "response.code_interpreter_call_code.delta"


def became(source: str) -> str:
    after = fix_all(source)
    assert not look(after).findings
    return after


def test_a_piece_of_code() -> None:
    test = 'if tool.type == "code_interpreter" and tool.code_interpreter:'
    after = became(
        CLASS.format(DELTA.format(f"{test}\n    {' ' * 16}print(tool.code_interpreter.input)"))
    )
    assert (
        f"""\
    def on_run_step_delta(self, delta):
        if delta.type == "{CODE}":
            print(delta.delta)
"""
        in after
    )
    assert "                self.on_run_step_delta(event)\n" in after


def test_a_piece_of_arguments() -> None:
    test = 'if tool.type == "function" and tool.function.arguments:'
    after = became(
        CLASS.format(DELTA.format(f"{test}\n    {' ' * 16}print(tool.function.arguments)"))
    )
    assert (
        """\
        if delta.type == "response.function_call_arguments.delta" and delta.delta:
            print(delta.delta)
"""
        in after
    )


@pytest.mark.parametrize(
    "body",
    [
        "print(tool.code_interpreter.input)",
        'if tool.type == "code_interpreter": print(tool.code_interpreter.outputs)',
        'if tool.type == "file_search": print("searching")',
        'if tool.type == "function": print(tool.function.name)',
        'if tool.type == "function": print(tool.id)',
        "print(tool)",
        'if tool.type == "code_interpreter": break',
    ],
)
def test_what_no_delta_has(body: str) -> None:
    assert blockers(CLASS.format(DELTA.format(body)))


def test_a_step_is_a_call() -> None:
    after = became(
        CLASS.format(
            """\
    def on_event(self, event):
        if event.event == "thread.run.step.created":
            details = event.data.step_details
            if details.type == "tool_calls":
                print("a call")

    def on_run_step_done(self, run_step):
        if run_step.step_details.type == "tool_calls":
            for tool in run_step.step_details.tool_calls:
                # what it ran
                if tool.type == "code_interpreter":
                    print(tool.code_interpreter.input)
"""
        )
    )
    assert '            if event.item.type.endswith("_call"):\n' in after
    assert (
        """\
        if run_step.type.endswith("_call"):
            # what it ran
            if run_step.type == "code_interpreter_call":
                print(run_step.code)
"""
        in after
    )


@pytest.mark.parametrize(
    ("body", "new"),
    [
        (
            """\
        details = delta.delta.step_details if delta.delta else None
        if details and hasattr(details, "tool_calls") and details.tool_calls:
            for call in details.tool_calls:
                if call.type == "code_interpreter" and call.code_interpreter:
                    print(call.code_interpreter.input)
""",
            "            print(delta.delta)\n",
        ),
        (
            """\
        if delta.delta.step_details and delta.delta.step_details.tool_calls:
            for call in delta.delta.step_details.tool_calls:
                if call.type == "code_interpreter":
                    print(call.code_interpreter.input)
""",
            "            print(delta.delta)\n",
        ),
        ("        print(delta)\n", "        print(delta.delta)\n"),
        ("        print(delta.id)\n", "        print(delta.item_id)\n"),
    ],
)
def test_azure(body: str, new: str) -> None:
    after = became(AZURE.format(body))
    assert new in after
    assert "            | ResponseCodeInterpreterCallCodeDeltaEvent\n" in after
    if "call" in body:
        assert f'        if delta.type == "{CODE}":\n' in after


def test_a_callback_for_steps_is_not_left_without_a_caller() -> None:
    assert blockers(
        CLASS.format("    def on_run_step_delta(self, delta, snapshot):\n        self.x = delta\n")
    )


def test_only_deltas_of_azure_have_a_text() -> None:
    loop = """\
with project.agents.runs.stream(thread_id="conv_1", agent_id="guide") as stream:
    for name, data, _ in stream:
        if hasattr(data, "text") and data.text:
            print(data.text, end="")
        elif name == "error":
            raise RuntimeError(f"failed: {data}")
"""
    head = AZURE[: AZURE.index("class Steps")].replace(
        "AgentEventHandler, RunStepDeltaChunk", "Agent"
    )
    after = became(head + loop)
    assert (
        """\
        if event.type == "response.output_text.delta" and event.delta:
            print(event.delta, end="")
        elif event.type == "error":
"""
        in after
    )


def test_no_event_of_openai_has_a_text() -> None:
    loop = """\
for event in client.beta.threads.runs.create("conv_1", assistant_id="asst_1", stream=True):
    if hasattr(event.data, "text"):
        print(event.data.text)
"""
    assert blockers("from openai import OpenAI\n\nclient = OpenAI()\n" + loop)


@pytest.mark.parametrize(
    "rest",
    ["        else:\n            print(2)\n", "            return\n        print(2)\n"],
)
def test_what_is_done_about_messages(rest: str) -> None:
    source = f"""\
    def on_run_step_done(self, run_step):
        if run_step.step_details.type == "tool_calls":
            print(1)
{rest}"""
    assert blockers(CLASS.format(source))
