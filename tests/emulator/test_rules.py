"""Every rule of the table can be provoked, and names where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .client import FOUNDRY, PROJECT, Client, reference
from .rules import RULES
from .server import serve
from .state import World

Json = dict[str, Any]
Refused = tuple[int, Json]
FUNCTION = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}
FLAT = {"type": "function", "name": "f", "parameters": {"type": "object"}, "strict": False}
RESPONSES = f"{FOUNDRY}/responses"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def client(world: World) -> Iterator[Client]:
    with serve(world) as address:
        yield Client(address)


def _versions(client: Client, definition: Json, name: str = "a") -> Refused:
    path = f"{PROJECT}/agents/{name}/versions?api-version=v1"
    return client.send("POST", path, {"definition": definition})


def _prompt(client: Client, **definition: Any) -> Refused:
    return _versions(client, {"kind": "prompt", "model": "m", **definition})


def _respond(client: Client, **body: Any) -> Refused:
    return client.send("POST", RESPONSES, body)


def _waiting(client: Client) -> tuple[str, Json]:
    thread = client.thread("hi")
    run = client.run(thread, client.assistant(tools=[FUNCTION]))
    path = f"/v1/threads/{thread}/runs/{run['id']}"
    while run["status"] != "requires_action":
        _, run = client.send("GET", path)
    return path, run


MCP = {"type": "mcp", "server_label": "docs", "server_url": "https://docs"}


def _asked(client: Client) -> tuple[str, Json]:
    thread = client.thread("hi")
    run = client.run(thread, client.assistant(tools=[MCP]))
    path = f"/v1/threads/{thread}/runs/{run['id']}"
    while run["status"] != "requires_action":
        _, run = client.send("GET", path)
    return path, run


def _approve(client: Client, waiting: Callable[[Client], tuple[str, Json]], **body: Any) -> Refused:
    path, _ = waiting(client)
    return client.send("POST", f"{path}/submit_tool_outputs", body)


def _second_run(client: Client) -> Refused:
    thread, assistant = client.thread("hi"), client.assistant()
    client.run(thread, assistant)
    return client.send("POST", f"/v1/threads/{thread}/runs", {"assistant_id": assistant})


def _active_run(client: Client) -> Refused:
    thread = client.thread("hi")
    client.run(thread, client.assistant())
    body = {"role": "user", "content": "x"}
    return client.send("POST", f"/v1/threads/{thread}/messages", body)


def _early_outputs(client: Client) -> Refused:
    thread = client.thread("hi")
    run = client.run(thread, client.assistant())
    path = f"/v1/threads/{thread}/runs/{run['id']}/submit_tool_outputs"
    return client.send("POST", path, {"tool_outputs": []})


def _few_outputs(client: Client) -> Refused:
    path, _ = _waiting(client)
    return client.send("POST", path + "/submit_tool_outputs", {"tool_outputs": []})


def _late_cancel(client: Client) -> Refused:
    thread = client.thread("hi")
    run = client.run(thread, client.assistant())
    client.send("GET", f"/v1/threads/{thread}/messages")
    return client.send("POST", f"/v1/threads/{thread}/runs/{run['id']}/cancel")


def _old_reference(client: Client) -> Refused:
    return _respond(client, input="x", agent={"type": "agent_reference", "name": client.agent()})


def _new_reference(client: Client) -> Refused:
    body = {"input": "x", **reference(client.agent())}
    return client.send("POST", f"{PROJECT}/openai/responses?api-version=p", body)


def _output_missing(client: Client) -> Refused:
    conversation, name = client.conversation(), client.agent(tools=[FLAT])
    body = {"conversation": conversation, "input": "x", **reference(name)}
    client.post(RESPONSES, body)
    return _respond(client, **body)


def _foreground_cancel(client: Client) -> Refused:
    made = client.post(RESPONSES, {"input": "x", **reference(client.agent())})
    return client.send("POST", f"{RESPONSES}/{made['id']}/cancel")


def _endpoint_off(client: Client) -> Refused:
    path = f"{PROJECT}/agents/{client.agent()}/endpoint/protocols/openai/responses?api-version=v1"
    return client.send("POST", path, {"input": "x"})


def _structured(client: Client, given: Json, **how: Any) -> Refused:
    name = client.agent(instructions="{{n}}", structured_inputs={"n": how})
    return _respond(client, input="x", structured_inputs=given, **reference(name))


def _not_served(client: Client, world: World) -> Refused:
    world.serves = frozenset({"new"})
    return client.send("POST", "/v1/assistants", {"model": "m"})


ITEM = {"role": "user", "content": "x"}
CONVERSATIONS = f"{FOUNDRY}/conversations"
PROVOKE: dict[str, Callable[[Client], Refused]] = {
    "unauthorized": lambda c: c.send("GET", "/v1/files", headers={}),
    "api-version-missing": lambda c: c.send("GET", f"{PROJECT}/assistants"),
    "unknown-route": lambda c: c.send("GET", "/v1/nothing"),
    "unknown-field": lambda c: c.send("POST", "/v1/assistants", {"model": "m", "agent": 1}),
    "missing-field": lambda c: c.send("POST", "/v1/assistants", {}),
    "wrong-type": lambda c: c.send("POST", CONVERSATIONS, {"items": "x"}),
    "unknown-tool": lambda c: _prompt(c, tools=[{"type": "connected_agent"}]),
    "strict-schema": lambda c: _prompt(c, tools=[{**FLAT, "strict": True}]),
    "unknown-object": lambda c: c.send("GET", "/v1/threads/thread_x"),
    "unknown-file": lambda c: c.send("GET", "/v1/files/file-x"),
    "unknown-store": lambda c: c.send("GET", "/v1/vector_stores/vs_x"),
    "beta-header-missing": lambda c: c.send(
        "GET", "/v1/assistants", headers={"Authorization": "Bearer t"}
    ),
    "legacy-tool-shape": lambda c: c.send(
        "POST", "/v1/assistants", {"model": "m", "tools": [FLAT]}
    ),
    "message-role": lambda c: c.send(
        "POST", "/v1/threads", {"messages": [{"role": "system", "content": "x"}]}
    ),
    "active-run": _active_run,
    "second-run": _second_run,
    "tool-outputs-not-awaited": _early_outputs,
    "tool-outputs-incomplete": _few_outputs,
    "approval-not-awaited": lambda c: _approve(c, _waiting, tool_approvals=[]),
    "approval-awaited": lambda c: _approve(c, _asked, tool_outputs=[]),
    "approvals-incomplete": lambda c: _approve(c, _asked, tool_approvals=[]),
    "cancel-finished": _late_cancel,
    "agent-name": lambda c: _versions(c, {}, name="my_agent"),
    "unknown-agent": lambda c: _respond(c, input="x", **reference("nobody")),
    "unknown-version": lambda c: _respond(c, input="x", **reference(c.agent(), version="9")),
    "agent-kind": lambda c: _versions(c, {"kind": "workflow"}),
    "structured-input-missing": lambda c: _structured(c, {}, required=True),
    "structured-input-unknown": lambda c: _structured(c, {"m": "x"}),
    "nested-function": lambda c: _prompt(c, tools=[FUNCTION]),
    "legacy-tool-resources": lambda c: _respond(c, input="x", model="m", tool_resources={}),
    "too-many-items": lambda c: c.send("POST", CONVERSATIONS, {"items": [ITEM] * 21}),
    "unknown-conversation": lambda c: c.send("GET", f"{CONVERSATIONS}/thread_x"),
    "item-type": lambda c: c.send("POST", CONVERSATIONS, {"items": [{"type": "text"}]}),
    "item-role": lambda c: c.send("POST", CONVERSATIONS, {"items": [{**ITEM, "role": "agent"}]}),
    "part-type": lambda c: c.send(
        "POST", CONVERSATIONS, {"items": [{**ITEM, "content": [{"type": "text", "text": "x"}]}]}
    ),
    "agent-and-model": lambda c: _respond(c, input="x", model="m", **reference(c.agent())),
    "old-reference": _old_reference,
    "new-reference": _new_reference,
    "reference-shape": lambda c: _respond(c, input="x", agent_reference=c.agent()),
    "conversation-and-previous": lambda c: _respond(
        c,
        input="x",
        conversation=c.conversation(),
        previous_response_id="r",
        **reference(c.agent()),
    ),
    "nested-choice": lambda c: _respond(
        c,
        input="x",
        tool_choice={"type": "function", "function": {"name": "f"}},
        **reference(c.agent()),
    ),
    "no-input": lambda c: _respond(c, **reference(c.agent())),
    "nothing-to-answer": lambda c: _respond(
        c, conversation=c.conversation(), **reference(c.agent())
    ),
    "output-missing": _output_missing,
    "call-missing": lambda c: _respond(
        c,
        input=[{"type": "function_call_output", "call_id": "call_x", "output": "1"}],
        **reference(c.agent()),
    ),
    "approval-unknown": lambda c: _respond(
        c,
        input=[{"type": "mcp_approval_response", "approval_request_id": "mcpr_x", "approve": True}],
        **reference(c.agent()),
    ),
    "unknown-response": lambda c: c.send("GET", f"{RESPONSES}/resp_x"),
    "not-in-background": _foreground_cancel,
    "agent-endpoint-off": _endpoint_off,
}


@pytest.mark.parametrize("code", PROVOKE)
def test_rule_refuses(code: str, client: Client) -> None:
    status, answer = PROVOKE[code](client)

    assert answer["error"]["code"] == code
    assert status == RULES[code].status


def test_legacy_routes_can_be_gone(client: Client, world: World) -> None:
    status, answer = _not_served(client, world)

    assert (status, answer["error"]["code"]) == (404, "not-served")


def test_every_rule_is_provoked_here() -> None:
    assert set(RULES) - set(PROVOKE) == {"not-served", "emulator-fault"}


def test_every_rule_names_its_source() -> None:
    assert all(rule.source for rule in RULES.values())
