"""Agents and their versions, as azure-ai-projects 2.x knows them."""

from __future__ import annotations

import re
from copy import deepcopy

from .api import Dialect, Reply, Request, Route, page
from .rules import refusal
from .shapes import check
from .state import Json, World
from .tools import check_new, new_tools

NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def find(world: World, name: str) -> list[Json]:
    """The versions of an agent, oldest first."""
    if name not in world.agents:
        raise refusal("unknown-agent", name=name)
    return world.agents[name]


def version_of(world: World, name: str, version: str | None) -> Json:
    """One version, or the newest that is no draft."""
    versions = find(world, name)
    if version is None:
        released = [v for v in versions if not v["draft"]]
        return (released or versions)[-1]
    for row in versions:
        if row["version"] == str(version):
            return row
    raise refusal("unknown-version", name=name, version=version)


def _create_version(request: Request) -> Reply:
    world, body, name = request.world, request.body, request.path["agent_name"]
    if not NAME.fullmatch(name):
        raise refusal("agent-name", name=name)
    check("agent-version", body)
    check_definition(request, body["definition"])
    versions = world.agents.setdefault(name, [])
    number = str(int(versions[-1]["version"]) + 1 if versions else 1)
    made = {
        "object": "agent.version",
        "id": f"{name}:{number}",
        "name": name,
        "version": number,
        "description": body.get("description") or "",
        "metadata": body.get("metadata") or {},
        "created_at": world.now(),
        "definition": body["definition"],
        "draft": bool(body.get("draft")),
        "status": "active",
    }
    versions.append(made)
    return made


def check_definition(request: Request, definition: Json) -> None:
    """A prompt agent's definition, part by part."""
    if definition.get("kind") != "prompt":
        raise refusal("agent-kind", kind=definition.get("kind"))
    check("prompt-definition", definition)
    tools = definition.get("tools") or []
    check_new(tools, Dialect.FOUNDRY)
    new_tools(request.world, tools, Dialect.FOUNDRY)
    check("text-options", definition.get("text") or {})
    for given in (definition.get("structured_inputs") or {}).values():
        check("structured-input", given)


def _shown(world: World, name: str) -> Json:
    return {
        "object": "agent",
        "id": name,
        "name": name,
        "state": "enabled",
        "configuration_state": "enabled",
        "versions": {"latest": deepcopy(version_of(world, name, None))},
        "agent_endpoint": world.endpoints.get(name),
    }


def _list(request: Request) -> Reply:
    kind = request.query.get("kind", "prompt")
    names = list(request.world.agents) if kind == "prompt" else []
    return page(request, [_shown(request.world, name) for name in names])


def _get(request: Request) -> Reply:
    find(request.world, request.path["agent_name"])
    return _shown(request.world, request.path["agent_name"])


def _update_details(request: Request) -> Reply:
    name = request.path["agent_name"]
    find(request.world, name)
    if request.body.get("agent_endpoint"):
        request.world.endpoints[name] = request.body["agent_endpoint"]
    return _shown(request.world, name)


def _delete(request: Request) -> Reply:
    name = request.path["agent_name"]
    find(request.world, name)
    del request.world.agents[name]
    return {"object": "agent.deleted", "name": name, "deleted": True}


def _list_versions(request: Request) -> Reply:
    return page(request, find(request.world, request.path["agent_name"]))


def _get_version(request: Request) -> Reply:
    return version_of(request.world, request.path["agent_name"], request.path["agent_version"])


def _delete_version(request: Request) -> Reply:
    name, number = request.path["agent_name"], request.path["agent_version"]
    found = version_of(request.world, name, number)
    request.world.agents[name].remove(found)
    if not request.world.agents[name]:
        del request.world.agents[name]
    return {"object": "agent.version.deleted", "name": name, "version": number, "deleted": True}


_A = "/agents/{agent_name}"
_V = _A + "/versions/{agent_version}"
ROUTES = (
    Route("GET", "/agents", _list, "new"),
    Route("GET", _A, _get, "new"),
    Route("PATCH", _A, _update_details, "new"),
    Route("DELETE", _A, _delete, "new"),
    Route("POST", _A + "/versions", _create_version, "new"),
    Route("GET", _A + "/versions", _list_versions, "new"),
    Route("GET", _V, _get_version, "new"),
    Route("DELETE", _V, _delete_version, "new"),
)
