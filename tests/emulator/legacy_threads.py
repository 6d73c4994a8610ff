"""Routes of threads and messages of the legacy service."""

from __future__ import annotations

from .api import Reply, Request, Route, page
from .legacy_messages import add_message, add_thread, find
from .legacy_runs import ACTIVE, settle
from .rules import refusal
from .shapes import check
from .state import Json, Thread
from .transcript import Message


def _create(request: Request) -> Reply:
    return add_thread(request.world, request.body).meta


def _list(request: Request) -> Reply:
    return page(request, [thread.meta for thread in request.world.threads.values()])


def _get(request: Request) -> Reply:
    return find(request.world, request.path["thread_id"]).meta


def _update(request: Request) -> Reply:
    check("thread-update", request.body)
    meta = find(request.world, request.path["thread_id"]).meta
    meta.update({key: value or {} for key, value in request.body.items()})
    return meta


def _delete(request: Request) -> Reply:
    thread_id = find(request.world, request.path["thread_id"]).meta["id"]
    del request.world.threads[thread_id]
    return {"id": thread_id, "object": "thread.deleted", "deleted": True}


def _create_message(request: Request) -> Reply:
    thread = find(request.world, request.path["thread_id"])
    refuse_when_active(thread)
    return add_message(request.world, thread, request.body)


def refuse_when_active(thread: Thread) -> None:
    """No turn may be added while the model is at work."""
    for run in thread.runs:
        if run["status"] in ACTIVE:
            raise refusal("active-run", thread=thread.meta["id"], run=run["id"])


def _list_messages(request: Request) -> Reply:
    thread = find(request.world, request.path["thread_id"])
    # A program that reads instead of polling has waited; the run is as far as it gets.
    settle(request.world, thread)
    run_id = request.query.get("run_id")
    return page(request, [m for m in thread.messages if run_id in {None, m["run_id"]}])


def _message(request: Request) -> Json:
    thread = find(request.world, request.path["thread_id"])
    message_id = request.path["message_id"]
    for message in thread.messages:
        if message["id"] == message_id:
            return message
    raise refusal("unknown-object", kind="message", id=message_id)


def _update_message(request: Request) -> Reply:
    check("message-update", request.body)
    message = _message(request)
    message["metadata"] = request.body.get("metadata") or {}
    return message


def _delete_message(request: Request) -> Reply:
    thread = find(request.world, request.path["thread_id"])
    message = _message(request)
    index = [m["id"] for m in thread.messages].index(message["id"])
    said = [n for n, entry in enumerate(thread.transcript) if isinstance(entry, Message)]
    del thread.messages[index]
    del thread.transcript[said[index]]
    return {"id": message["id"], "object": "thread.message.deleted", "deleted": True}


_T = "/threads/{thread_id}"
_M = _T + "/messages/{message_id}"
ROUTES = (
    Route("POST", "/threads", _create, "legacy"),
    Route("GET", "/threads", _list, "legacy"),
    Route("GET", _T, _get, "legacy"),
    Route("POST", _T, _update, "legacy"),
    Route("DELETE", _T, _delete, "legacy"),
    Route("POST", _T + "/messages", _create_message, "legacy"),
    Route("GET", _T + "/messages", _list_messages, "legacy"),
    Route("GET", _M, _message, "legacy"),
    Route("POST", _M, _update_message, "legacy"),
    Route("DELETE", _M, _delete_message, "legacy"),
)
