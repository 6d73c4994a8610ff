"""The same conversation reaches the model in the same form, whichever world it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .client import FOUNDRY, Client, reference
from .model import think
from .prompt import Prompt
from .server import serve
from .state import World
from .transcript import Message

SCHEMA = {"type": "object", "properties": {"place": {"type": "string"}}}


@pytest.fixture
def client() -> Iterator[Client]:
    with serve(World()) as address:
        yield Client(address)


def _legacy(client: Client) -> None:
    function = {"name": "f", "description": "d", "parameters": SCHEMA}
    tools = [{"type": "function", "function": function}, {"type": "code_interpreter"}]
    assistant = client.assistant(instructions="Be polite.", tools=tools, temperature=0.2)
    thread = client.thread("one", "two")
    run = client.run(thread, assistant, additional_instructions="Say Ann.")
    path = f"/v1/threads/{thread}/runs/{run['id']}"
    while run["status"] != "completed":
        _, run = client.send("GET", path)
        if run["status"] == "requires_action":
            calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
            outputs = [{"tool_call_id": c["id"], "output": "sunny"} for c in calls]
            client.post(path + "/submit_tool_outputs", {"tool_outputs": outputs})


def _new(client: Client) -> None:
    function = {"type": "function", "name": "f", "description": "d", "parameters": SCHEMA}
    name = client.agent(
        instructions="Be polite. {{extra}}",
        structured_inputs={"extra": {"default_value": ""}},
        tools=[{"type": "code_interpreter", "container": {"type": "auto"}}, function],
        temperature=0.2,
    )
    more = {**reference(name), "structured_inputs": {"extra": "Say Ann."}}
    conversation = client.conversation("one")
    body = {"conversation": conversation, "input": "two", **more}
    response = client.post(f"{FOUNDRY}/responses", body)
    outputs = [
        {"type": "function_call_output", "call_id": item["call_id"], "output": "sunny"}
        for item in response["output"]
    ]
    client.post(f"{FOUNDRY}/responses", {**body, "input": outputs})


def test_both_worlds_reach_the_model_alike(client: Client) -> None:
    _legacy(client)
    legacy = client.log()
    client.send("POST", "/__reset__")
    _new(client)

    assert client.log() == legacy
    assert [entry["calls"] for entry in legacy] == [1, 0]
    assert legacy[1]["items"][-1] == {"output_of": 0, "output": "sunny"}


def test_the_answer_depends_on_everything() -> None:
    said = [Message("user", (("text", "hi"),))]
    prompts = [
        Prompt("m", "i", [], said),
        Prompt("n", "i", [], said),
        Prompt("m", "j", [], said),
        Prompt("m", "i", [{"type": "code_interpreter", "files": []}], said),
        Prompt("m", "i", [], said * 2),
        Prompt("m", "i", [], [Message("developer", (("text", "hi"),))]),
        Prompt("m", "i", [], said, {"temperature": 0.1}),
    ]
    assert len({think(prompt).text for prompt in prompts}) == len(prompts)


def test_structured_answers_follow_the_schema() -> None:
    wanted = {"response_format": {"type": "json_schema", "schema": SCHEMA}}
    turn = think(Prompt("m", "", [], [Message("user", (("text", "hi"),))], wanted))

    assert set(json.loads(turn.text)) == {"place"}


def test_the_clock_does_not_matter() -> None:
    times = ("2026-01-01 10:00:00", "11:11:11")
    said = [[Message("user", (("text", f"it is {time}"),))] for time in times]

    assert len({think(Prompt("m", "", [], entries)).text for entries in said}) == 1
