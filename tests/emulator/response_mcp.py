"""Calls of MCP servers in responses: requests for approval, their answers, and finished calls."""

from __future__ import annotations

from . import mcp
from .rules import refusal
from .state import Json, World


def approved(world: World, tools: list[Json], items: list[Json], given: list[Json]) -> list[Json]:
    """The calls that new input approves, carried out."""
    asked = {i["id"]: i for i in items if i["type"] == "mcp_approval_request"}
    made = []
    for item in given:
        if item["type"] != "mcp_approval_response":
            continue
        if item["approval_request_id"] not in asked:
            raise refusal("approval-unknown", id=item["approval_request_id"])
        if item["approve"]:
            made.append(_call(world, tools, _wanted(asked[item["approval_request_id"]])))
    return made


def called(
    world: World, tools: list[Json], canonical: list[Json], calls: tuple[mcp.Wanted, ...]
) -> list[Json]:
    """What the model asks for: requests where a program has to approve, else finished calls."""
    return [
        _request(world, call) if mcp.asks(canonical, call) else _call(world, tools, call)
        for call in calls
    ]


def denied(item: Json, items: list[Json]) -> mcp.Wanted | None:
    """The call that an answer does not approve."""
    asked = (i for i in items if i.get("id") == item["approval_request_id"])
    return None if item["approve"] else _wanted(next(asked))


def _wanted(item: Json) -> mcp.Wanted:
    return mcp.Wanted(item["server_label"], item["name"], item["arguments"])


def _request(world: World, call: mcp.Wanted) -> Json:
    return {
        "id": world.new_id("mcpr_"),
        "type": "mcp_approval_request",
        "arguments": call.arguments,
        "name": call.name,
        "server_label": call.label,
    }


def _call(world: World, tools: list[Json], call: mcp.Wanted) -> Json:
    tool = next(t for t in tools if t.get("server_label") == call.label)
    return {
        "id": world.new_id("mcp_"),
        "type": "mcp_call",
        "arguments": call.arguments,
        "name": call.name,
        "server_label": call.label,
        "output": mcp.served(call, tool.get("headers")),
        "error": None,
        "status": "completed",
    }
