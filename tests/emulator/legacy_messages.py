"""Threads and the messages in them, as stored by the legacy service."""

from __future__ import annotations

from typing import Any

from .legacy_assistants import inline_stores
from .rules import refusal
from .shapes import check
from .state import Json, Thread, World
from .transcript import Message, image
from .vector_stores import add_store, put


def find(world: World, thread_id: str) -> Thread:
    """The thread, or the refusal the service answers."""
    if thread_id not in world.threads:
        raise refusal("unknown-object", kind="thread", id=thread_id)
    return world.threads[thread_id]


def add_thread(world: World, body: Json) -> Thread:
    """Create a thread with the messages it starts with."""
    check("thread", body)
    meta: Json = {
        "id": world.new_id("thread_"),
        "object": "thread",
        "created_at": world.now(),
        "metadata": body.get("metadata") or {},
        "tool_resources": inline_stores(world, body.get("tool_resources")),
    }
    thread = world.threads[meta["id"]] = Thread(meta)
    for message in body.get("messages") or ():
        add_message(world, thread, message)
    return thread


def add_message(world: World, thread: Thread, body: Json) -> Json:
    """Append a turn that the program wrote."""
    check("message", body)
    role = body["role"]
    if role not in {"user", "assistant"}:
        raise refusal("message-role", role=role)
    content = [_block(part) for part in _blocks(body["content"])]
    message = message_body(world, thread, role, content)
    message["attachments"] = body.get("attachments") or []
    message["metadata"] = body.get("metadata") or {}
    _attach(world, thread, message["attachments"])
    thread.messages.append(message)
    parts = tuple(_canonical_part(world, block) for block in content)
    thread.transcript.append(Message(role, parts))
    return message


def message_body(world: World, thread: Thread, role: str, content: list[Json]) -> Json:
    """A finished message without author."""
    created = world.now()
    return {
        "id": world.new_id("msg_"),
        "object": "thread.message",
        "created_at": created,
        "thread_id": thread.meta["id"],
        "status": "completed",
        "incomplete_details": None,
        "completed_at": created,
        "incomplete_at": None,
        "role": role,
        "content": content,
        "assistant_id": None,
        "run_id": None,
        "attachments": [],
        "metadata": {},
    }


def _blocks(content: Any) -> list[Any]:
    return [{"type": "text", "text": content}] if isinstance(content, str) else list(content)


def _block(part: Json) -> Json:
    kind = part.get("type")
    if kind == "text":
        return {"type": "text", "text": {"value": part["text"], "annotations": []}}
    if kind not in {"image_url", "image_file"}:
        raise refusal("part-type", kind=kind, role="thread")
    return {"type": kind, kind: part[kind]}


def _canonical_part(world: World, block: Json) -> tuple[str, str]:
    if block["type"] == "text":
        return ("text", block["text"]["value"])
    given = block[block["type"]]
    if block["type"] == "image_url":
        return image(str(given["url"]), given.get("detail"))
    if given["file_id"] not in world.files:
        raise refusal("unknown-file", id=given["file_id"])
    return image(world.files[given["file_id"]].fingerprint["sha256"], given.get("detail"))


def _attach(world: World, thread: Thread, attachments: list[Json]) -> None:
    # The service puts attached files into tool resources of the thread.
    resources = thread.meta["tool_resources"]
    for attachment in attachments:
        file_id, source = attachment.get("file_id"), attachment.get("data_source")
        for tool in attachment.get("tools") or ():
            own = resources.setdefault(tool["type"], {})
            if source:
                own["data_sources"] = [*own.get("data_sources", ()), source]
            elif tool["type"] == "code_interpreter":
                own["file_ids"] = [*own.get("file_ids", ()), file_id]
            elif file_id:
                if not own.get("vector_store_ids"):
                    own["vector_store_ids"] = [add_store(world, [], None, None).meta["id"]]
                put(world, world.stores[own["vector_store_ids"][0]], file_id)
