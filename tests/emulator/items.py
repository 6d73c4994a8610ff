"""Items of conversations and responses: how they are checked, stored and read by the model."""

from __future__ import annotations

from typing import Any

from . import mcp
from .response_mcp import denied
from .rules import refusal
from .shapes import SHAPES, check
from .state import Json, World
from .transcript import Call, Entry, Message, Output, image

ROLES = frozenset({"user", "assistant", "system", "developer"})
# Items a program may send back unread; what they say is made again by the model.
ECHOED = frozenset(
    {
        "code_interpreter_call",
        "file_search_call",
        "image_generation_call",
        "item_reference",
        "mcp_approval_request",
        "mcp_call",
        "mcp_list_tools",
        "reasoning",
        "web_search_call",
    }
)
_PREFIX = {"message": "msg_", "function_call": "fc_", "function_call_output": "fco_"}


def stored(world: World, item: Json) -> Json:
    """The item as the service keeps it, checked."""
    kind = item.get("type") or ("message" if "role" in item else None)
    if kind in ECHOED:
        return {"id": world.new_id("it_"), **item}
    if f"item:{kind}" not in SHAPES:
        raise refusal("item-type", kind=kind)
    check(f"item:{kind}", item)
    made = {**item, "type": kind, "id": world.new_id(_PREFIX.get(str(kind), "it_"))}
    made["status"] = "completed"
    if kind == "message":
        if item["role"] not in ROLES:
            raise refusal("item-role", role=item["role"])
        made["content"] = _parts(item["role"], item["content"])
    return made


def _parts(role: str, content: Any) -> list[Json]:
    own = "output_text" if role == "assistant" else "input_text"
    if isinstance(content, str):
        return [_part(own, content)]
    if not isinstance(content, list):
        raise refusal("wrong-type", field="content", expected="a string or an array")
    for part in content:
        kind = part.get("type") if isinstance(part, dict) else type(part).__name__
        allowed = {own, "refusal"} if role == "assistant" else _INPUT_PARTS
        if kind not in allowed:
            raise refusal("part-type", kind=kind, role=role)
        check(f"part:{kind}", part)
    return [_part(own, p["text"]) if p["type"] == own else p for p in content]


_INPUT_PARTS = frozenset({"input_text", "input_image", "input_file"})


def _part(kind: str, text: str) -> Json:
    if kind == "input_text":
        return {"type": kind, "text": text}
    return {"type": kind, "text": text, "annotations": [], "logprobs": []}


def entries(world: World, items: list[Json]) -> list[Entry]:
    """The transcript the model reads."""
    read: list[Entry] = []
    for item in items:
        if item["type"] == "message":
            parts = tuple(_canonical(world, part) for part in item["content"])
            read.append(Message(item["role"], parts))
        elif item["type"] == "function_call":
            read.append(Call(item["call_id"], item["name"], item["arguments"]))
        elif item["type"] == "function_call_output":
            read.append(Output(item["call_id"], _text(item["output"])))
        elif item["type"] == "mcp_call" and item.get("output") is not None:
            call = mcp.Wanted(item["server_label"], item["name"], item["arguments"])
            read += mcp.told(item["id"], call, item["output"])
        elif item["type"] == "mcp_approval_response" and (call_ := denied(item, items)):
            read += mcp.told(item["id"], call_, mcp.DENIED)
    return read


def _text(output: Any) -> str:
    return output if isinstance(output, str) else "".join(part.get("text", "") for part in output)


def _canonical(world: World, part: Json) -> tuple[str, str]:
    kind = part["type"]
    if kind in {"input_text", "output_text"}:
        return ("text", part["text"])
    place = _place(world, part)
    return image(place, part.get("detail")) if kind == "input_image" else ("file", place)


def _place(world: World, part: Json) -> str:
    file_id = part.get("file_id")
    if file_id and file_id not in world.files:
        raise refusal("unknown-file", id=file_id)
    if file_id:
        return str(world.files[file_id].fingerprint["sha256"])
    return str(part.get("image_url") or part.get("file_url") or part.get("file_data"))


def check_calls(read: list[Entry]) -> None:
    """Every call needs its output, every output its call."""
    calls = [e.call_id for e in read if isinstance(e, Call)]
    outputs = {e.call_id for e in read if isinstance(e, Output)}
    for output in outputs:
        if output not in calls:
            raise refusal("call-missing", call=output)
    for call in calls:
        if call not in outputs:
            raise refusal("output-missing", call=call)
