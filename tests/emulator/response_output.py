"""The output items of a response."""

from __future__ import annotations

from .files import add_file
from .model import Turn, sandbox
from .state import Json, World


def output_items(world: World, turn: Turn) -> list[Json]:
    """Calls, or hosted tool calls and the message after them."""
    if turn.calls:
        return [_function_call(world, name, arguments) for name, arguments in turn.calls]
    if turn.trouble and not turn.pieces:
        return []
    made = add_file(world, *turn.file, "assistants_output") if turn.file else None
    items: list[Json] = []
    container = world.new_id("cntr_")
    if turn.searched:
        items.append(_file_search(world))
    if turn.code:
        items.append(_code(world, turn.code, container))
    items.append(_message(world, turn, made, container))
    return items


def _function_call(world: World, name: str, arguments: str) -> Json:
    return {
        "id": world.new_id("fc_"),
        "type": "function_call",
        "status": "completed",
        "call_id": world.new_id("call_"),
        "name": name,
        "arguments": arguments,
    }


def _file_search(world: World) -> Json:
    return {
        "id": world.new_id("fs_"),
        "type": "file_search_call",
        "status": "completed",
        "queries": ["query"],
        "results": None,
    }


def _code(world: World, code: str, container: str) -> Json:
    return {
        "id": world.new_id("ci_"),
        "type": "code_interpreter_call",
        "status": "completed",
        "code": code,
        "container_id": container,
        "outputs": [{"type": "logs", "logs": code[7:-2]}],
    }


def _message(world: World, turn: Turn, made: Json | None, container: str) -> Json:
    notes: list[Json] = []
    for cited in turn.cited:
        file_id = next(i for i, f in world.files.items() if f.fingerprint == cited)
        notes.append(
            {
                "type": "file_citation",
                "file_id": file_id,
                "filename": cited["filename"],
                "index": len(turn.text),
            }
        )
    if made:
        notes.append(
            {
                "type": "container_file_citation",
                "container_id": container,
                "file_id": made["id"],
                "filename": made["filename"],
                "start_index": (start := turn.text.find(sandbox(made["filename"]))),
                "end_index": start + len(sandbox(made["filename"])),
            }
        )
    text = {"type": "output_text", "text": turn.text, "annotations": notes, "logprobs": []}
    return {
        "id": world.new_id("msg_"),
        "type": "message",
        "status": "incomplete" if turn.trouble else "completed",
        "role": "assistant",
        "content": [text],
    }
