"""Conversations and their items."""

from __future__ import annotations

from .api import Reply, Request, Route, page
from .items import stored
from .rules import refusal
from .shapes import check
from .state import Conversation, Json, World


def find(world: World, conversation_id: str) -> Conversation:
    """The conversation, or the refusal the service answers."""
    if conversation_id not in world.conversations:
        raise refusal("unknown-conversation", id=conversation_id)
    return world.conversations[conversation_id]


def _found(request: Request) -> Conversation:
    return find(request.world, request.path["conversation_id"])


def _stored(world: World, items: object) -> list[Json]:
    if not isinstance(items, list):
        raise refusal("wrong-type", field="items", expected="an array")
    if len(items) > 20:
        raise refusal("too-many-items")
    return [stored(world, item) for item in items]


def _create(request: Request) -> Reply:
    check("conversation", request.body)
    meta: Json = {
        "id": request.world.new_id("conv_"),
        "object": "conversation",
        "created_at": request.world.now(),
        "metadata": request.body.get("metadata") or {},
    }
    items = _stored(request.world, request.body.get("items") or [])
    request.world.conversations[meta["id"]] = Conversation(meta, items)
    return meta


def _get(request: Request) -> Reply:
    return _found(request).meta


def _update(request: Request) -> Reply:
    check("conversation-update", request.body)
    meta = _found(request).meta
    meta["metadata"] = request.body["metadata"]
    return meta


def _delete(request: Request) -> Reply:
    conversation_id = _found(request).meta["id"]
    del request.world.conversations[conversation_id]
    return {"id": conversation_id, "object": "conversation.deleted", "deleted": True}


def _add(request: Request) -> Reply:
    check("items", request.body)
    conversation = _found(request)
    made = _stored(request.world, request.body["items"])
    conversation.items.extend(made)
    return {
        "object": "list",
        "data": made,
        "first_id": made[0]["id"] if made else None,
        "last_id": made[-1]["id"] if made else None,
        "has_more": False,
    }


def _list(request: Request) -> Reply:
    return page(request, _found(request).items)


def _item(request: Request) -> Json:
    for item in _found(request).items:
        if item["id"] == request.path["item_id"]:
            return item
    raise refusal("unknown-object", kind="item", id=request.path["item_id"])


def _delete_item(request: Request) -> Reply:
    conversation = _found(request)
    conversation.items.remove(_item(request))
    return conversation.meta


_C = "/conversations/{conversation_id}"
ROUTES = (
    Route("POST", "/conversations", _create, "new"),
    Route("GET", _C, _get, "new"),
    Route("POST", _C, _update, "new"),
    Route("DELETE", _C, _delete, "new"),
    Route("POST", _C + "/items", _add, "new"),
    Route("GET", _C + "/items", _list, "new"),
    Route("GET", _C + "/items/{item_id}", _item, "new"),
    Route("DELETE", _C + "/items/{item_id}", _delete_item, "new"),
)
