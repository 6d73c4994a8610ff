"""Calls of MCP servers in a run: carried out at once, or once the program approves them."""

from __future__ import annotations

from copy import deepcopy

from . import mcp
from .legacy_steps import Event, tool_step
from .rules import refusal
from .state import Json, Thread, World


def _resources(run: Json) -> list[Json]:
    return list(run["tool_resources"].get("mcp") or ())


def call(world: World, thread: Thread, run: Json, calls: tuple[mcp.Wanted, ...]) -> list[Event]:
    """Carry out what needs no approval, and let the run wait for the rest."""
    resources = _resources(run)
    tools = [mcp.canonical(t, resources) for t in run["tools"] if t["type"] == "mcp"]
    events: list[Event] = []
    waiting: list[Json] = []
    for wanted in calls:
        shown = {
            "id": world.new_id("call_"),
            "type": "mcp",
            "arguments": wanted.arguments,
            "name": wanted.name,
            "server_label": wanted.label,
        }
        if mcp.asks(tools, wanted):
            waiting.append(shown)
        else:
            events += _carry_out(world, thread, run, shown, {})
    if waiting:
        run["required_action"] = {
            "type": "submit_tool_approval",
            "submit_tool_approval": {"tool_calls": waiting},
        }
        run["status"] = "requires_action"
        events.append(("thread.run.requires_action", deepcopy(run)))
    return events


def approve(world: World, thread: Thread, run: Json, approvals: list[Json]) -> list[Event]:
    """Go on with the calls that a program approved, and tell the model of the others."""
    action = run["required_action"]
    if action["type"] != "submit_tool_approval":
        raise refusal("approval-not-awaited")
    waiting = action["submit_tool_approval"]["tool_calls"]
    given = {a.get("tool_call_id"): a for a in approvals}
    if set(given) != {c["id"] for c in waiting}:
        raise refusal("approvals-incomplete", expected=[c["id"] for c in waiting], got=list(given))
    events: list[Event] = []
    for shown in waiting:
        approval = given[shown["id"]]
        if not isinstance(approval.get("approve"), bool):
            raise refusal("wrong-type", field="tool_approvals[].approve", expected="a boolean")
        events += _carry_out(world, thread, run, shown, approval)
    return events


def _carry_out(world: World, thread: Thread, run: Json, shown: Json, approval: Json) -> list[Event]:
    wanted = mcp.Wanted(shown["server_label"], shown["name"], shown["arguments"])
    tool = next(t for t in run["tools"] if t.get("server_label") == wanted.label)
    headers = approval.get("headers") or mcp.setting(tool, _resources(run), "headers")
    good = approval.get("approve", True)
    text = mcp.served(wanted, headers) if good else mcp.DENIED
    thread.transcript.extend(mcp.told(shown["id"], wanted, text))
    return tool_step(world, thread, run, [{**shown, "output": text}], done=True)
