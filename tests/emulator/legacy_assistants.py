"""Assistants, as azure-ai-agents and openai.beta know them."""

from __future__ import annotations

from copy import copy

from .api import Reply, Request, Route, page
from .rules import refusal
from .shapes import check
from .state import Json, World
from .tools import check_legacy, legacy_tools
from .vector_stores import add_store


def inline_stores(world: World, resources: Json | None) -> Json:
    """Create the vector stores that tool resources describe instead of naming."""
    resources = {key: copy(value) for key, value in (resources or {}).items() if value}
    search = resources.get("file_search")
    if search and search.get("vector_stores"):
        made = [
            add_store(world, s.get("file_ids") or [], s.get("name"), s.get("metadata")).meta["id"]
            for s in search.pop("vector_stores")
        ]
        search["vector_store_ids"] = [*(search.get("vector_store_ids") or ()), *made]
    return resources


def find(world: World, assistant_id: str) -> Json:
    """The assistant, or the refusal the service answers."""
    if assistant_id not in world.assistants:
        raise refusal("unknown-object", kind="assistant", id=assistant_id)
    return world.assistants[assistant_id]


def _create(request: Request) -> Reply:
    check("assistant", request.body)
    world, body = request.world, request.body
    check_legacy(body.get("tools") or [])
    assistant = {
        "id": world.new_id("asst_"),
        "object": "assistant",
        "created_at": world.now(),
        "name": body.get("name"),
        "description": body.get("description"),
        "model": body["model"],
        "instructions": body.get("instructions"),
        "tools": body.get("tools") or [],
        "tool_resources": inline_stores(world, body.get("tool_resources")),
        "metadata": body.get("metadata") or {},
        "temperature": body.get("temperature"),
        "top_p": body.get("top_p"),
        "reasoning_effort": body.get("reasoning_effort"),
        "response_format": body.get("response_format") or "auto",
    }
    legacy_tools(world, assistant["tools"], assistant["tool_resources"])
    world.assistants[assistant["id"]] = assistant
    return assistant


def _list(request: Request) -> Reply:
    return page(request, list(request.world.assistants.values()))


def _get(request: Request) -> Reply:
    return find(request.world, request.path["assistant_id"])


def _update(request: Request) -> Reply:
    assistant = find(request.world, request.path["assistant_id"])
    check("assistant-update", request.body)
    changes = dict(request.body)
    check_legacy(changes.get("tools") or [])
    if "tool_resources" in changes:
        changes["tool_resources"] = inline_stores(request.world, changes["tool_resources"])
    assistant.update(changes)
    return assistant


def _delete(request: Request) -> Reply:
    assistant = find(request.world, request.path["assistant_id"])
    del request.world.assistants[assistant["id"]]
    return {"id": assistant["id"], "object": "assistant.deleted", "deleted": True}


ROUTES = (
    Route("POST", "/assistants", _create, "legacy"),
    Route("GET", "/assistants", _list, "legacy"),
    Route("GET", "/assistants/{assistant_id}", _get, "legacy"),
    Route("POST", "/assistants/{assistant_id}", _update, "legacy"),
    Route("DELETE", "/assistants/{assistant_id}", _delete, "legacy"),
)
