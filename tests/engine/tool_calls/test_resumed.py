"""Runs that were waited for and go on in a stream, once their outputs are handed in."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all, look

HEAD = """\
import json

from openai import OpenAI

client = OpenAI()


def weather(place: str) -> str:
    return f"sunny in {place}"


def ask(thread_id: str) -> None:
    agent = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=agent.id)
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            given = json.loads(call.function.arguments)
            outputs.append({"tool_call_id": call.id, "output": weather(**given)})
"""
GIVEN = "thread_id=thread_id, run_id=run.id, tool_outputs=outputs"
SUBMIT = f"client.beta.threads.runs.submit_tool_outputs_stream({GIVEN})"
READ = f"""\
        with {SUBMIT} as stream:
            for event in stream:
                if event.event == "thread.message.delta":
                    print(event.data.delta.content[0].text.value)
"""


def test_the_outputs_are_the_input_of_a_stream() -> None:
    after = fix_all(HEAD + READ)

    assert (
        "        with agent(conversation=thread_id, input=outputs, stream=True) as stream:" in after
    )
    assert 'if event.type == "response.output_text.delta":' in after
    assert "print(event.delta)" in after
    assert not look(after).findings


def test_a_stream_that_a_loop_reads_at_once() -> None:
    submit = SUBMIT.replace("_stream(", "(").replace("outputs)", "outputs, stream=True)")
    after = fix_all(f"{HEAD}        for event in {submit}:\n            print(event.event)\n")

    assert "for event in agent(conversation=thread_id, input=outputs, stream=True):" in after
    assert not look(after).findings


@pytest.mark.parametrize(
    ("behind", "reason"),
    [
        ("    print(run.status)\n", "the run is read again after the stream"),
        (
            "        run = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)\n",
            "the run is read again after the stream",
        ),
    ],
)
def test_the_run_is_over_with_the_stream(behind: str, reason: str) -> None:
    source = HEAD + READ + behind
    assert any(reason in text for _, text in blockers(source))
    assert fix_all(source) == source


def test_what_another_branch_reads_is_no_matter() -> None:
    after = fix_all(HEAD + READ + "    else:\n        print(run.status)\n")
    assert "    else:\n        print(response.status)\n" in after


def test_round_after_round_is_not_one_stream() -> None:
    source = HEAD.replace("    if run.status", "    while run.status") + READ
    assert any("round after round" in text for _, text in blockers(source))
    assert fix_all(source) == source


AZURE = """\
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AgentEventHandler, MessageDeltaChunk
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())


class Printer(AgentEventHandler):
    def on_message_delta(self, delta: MessageDeltaChunk) -> None:
        print(delta.text)


def ask(thread_id: str, name: str) -> None:
    agent = client.create_agent(model="gpt-4.1", name="helper", instructions="Be kind.")
    run = client.runs.create_and_process(thread_id=thread_id, agent_id=agent.id)
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": name})
        client.runs.submit_tool_outputs_stream(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs, event_handler=HANDLER
        )
"""


def test_a_stream_that_nothing_reads_is_a_response() -> None:
    after = fix_all(AZURE.replace("HANDLER", "AgentEventHandler()"))

    assert "input=outputs" in after
    assert "stream=True" not in after
    assert "submit_tool_outputs" not in after


def test_a_handler_that_nothing_reads_for_is_left() -> None:
    source = AZURE.replace("HANDLER", "Printer()")
    assert any("nothing here reads the stream" in text for _, text in blockers(source))


def test_outputs_of_code_out_of_view_that_a_stream_goes_on_with() -> None:
    source = """from openai import OpenAI
from tools import answer

client = OpenAI()


def read(stream, thread_id):
    for event in stream:
        if event.event == "thread.run.requires_action":
            outputs = answer(event.data.required_action.submit_tool_outputs.tool_calls)
            further = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=event.data.id, tool_outputs=outputs, stream=True
            )
            read(further, thread_id)


thread = client.beta.threads.create()
read(
    client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id="asst_1", stream=True
    ),
    thread.id,
)
"""
    after = fix_all(source)
    becomes(source, after)
    assert '"call_id": output["tool_call_id"]' in after
    assert "SimpleNamespace(" in after
