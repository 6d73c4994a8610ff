"""A deterministic model: calls every function once a turn, then answers with a digest."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from .mcp import Wanted, wanted
from .prompt import Prompt
from .transcript import Message
from .trouble import Trouble, trouble

Json = dict[str, Any]

_WANTS_FILE = re.compile(r"\b(chart|plot|graph|draw|image|png|csv|visuali[sz]e)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the model produced: calls, or an answer in the pieces it is streamed in."""

    calls: tuple[tuple[str, str], ...] = ()
    mcp: tuple[Wanted, ...] = ()
    pieces: tuple[str, ...] = ()
    code: str | None = None
    file: tuple[str, bytes] | None = None
    cited: tuple[Json, ...] = ()
    searched: bool = False
    trouble: Trouble | None = None

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def sandbox(name: str) -> str:
    """How an answer names a file that code made."""
    return f"sandbox:/mnt/data/{name}"


def logged(prompt: Prompt, turn: Turn) -> Json:
    """The entry of one invocation; of a failure, what the service said about it."""
    said = turn.text or (turn.trouble.message if turn.trouble else "")
    return {**prompt.canonical(), "answer": said, "calls": len(turn.calls) + len(turn.mcp)}


def think(prompt: Prompt) -> Turn:
    """Answer from everything that was sent; nothing else matters."""
    seen = prompt.canonical()
    digest = hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()
    if wrong := trouble(prompt.model, prompt.instructions, digest):
        begun = _pieces(prompt, digest)[:1] if wrong.kind == "incomplete" else ()
        return Turn(pieces=begun, trouble=wrong)
    calls = _calls(prompt)
    if calls:
        return Turn(calls=calls)
    if servers := wanted(prompt):
        return Turn(mcp=servers)
    interpreter, search = prompt.has("code_interpreter"), prompt.has("file_search")
    cited = [f for store in search["stores"] for f in store][:1] if search else []
    made = _file(prompt, digest) if interpreter else None
    pieces = _pieces(prompt, digest)
    return Turn(
        pieces=(*pieces, f" See {sandbox(made[0])}") if made else pieces,
        code=f"print('{digest[:8]}')" if interpreter else None,
        file=made,
        cited=tuple(cited),
        searched=search is not None,
    )


def _calls(prompt: Prompt) -> tuple[tuple[str, str], ...]:
    choice = prompt.settings.get("tool_choice")
    one_by_one = prompt.settings.get("parallel_tool_calls") is False
    if choice == "none" or (prompt.answered() and not one_by_one):
        return ()
    functions = prompt.functions
    if isinstance(choice, dict) and not prompt.answered():
        functions = [f for f in functions if f["name"] == choice.get("function")]
    if one_by_one:
        done = _called_since_user(prompt)
        functions = [f for f in functions if f["name"] not in done][:1]
    return tuple((f["name"], json.dumps(sample(f["parameters"], f["name"]))) for f in functions)


def _called_since_user(prompt: Prompt) -> set[str]:
    names: set[str] = set()
    for entry in reversed(prompt.entries):
        if isinstance(entry, Message):
            break
        if hasattr(entry, "name"):
            names.add(entry.name)
    return names


def _pieces(prompt: Prompt, digest: str) -> tuple[str, ...]:
    wanted = prompt.settings.get("response_format")
    if not wanted:
        return (f"Reply {digest[:8]}", f" and {digest[8:16]}", ".")
    schema = wanted.get("schema") or {
        "type": "object",
        "properties": {"answer": {"type": "string"}},
    }
    text = json.dumps(sample(schema, digest[:8]))
    return (text[:12], text[12:24], text[24:])


def _file(prompt: Prompt, digest: str) -> tuple[str, bytes] | None:
    users = [e for e in prompt.entries if isinstance(e, Message) and e.role == "user"]
    text = " ".join(value for _, value in users[-1].parts) if users else ""
    if not _WANTS_FILE.search(text):
        return None
    return f"{digest[:8]}.png", f"made by code {digest}".encode()


def sample(schema: Json, name: str, root: Json | None = None) -> Any:
    """A value the schema allows; strings tell the property they stand for."""
    root = schema if root is None else root
    if "$ref" in schema:
        target: Any = root
        for key in schema["$ref"].lstrip("#/").split("/"):
            target = target[key]
        return sample(target, name, root)
    for key in ("anyOf", "oneOf", "allOf"):
        if options := [o for o in schema.get(key, ()) if o.get("type") != "null"]:
            return sample(options[0], name, root)
    if "enum" in schema:
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    kind = schema.get("type", "object" if "properties" in schema else "string")
    if isinstance(kind, list):
        kind = next((k for k in kind if k != "null"), "null")
    return _sample_of(kind, schema, name, root)


def _sample_of(kind: str, schema: Json, name: str, root: Json) -> Any:
    if kind == "object":
        inner = schema.get("properties") or {}
        return {key: sample(value, f"{name} {key}", root) for key, value in inner.items()}
    if kind == "array":
        return [sample(schema.get("items") or {"type": "string"}, name, root)]
    if kind in {"integer", "number"}:
        return max(int(schema.get("minimum", 3)), 3)
    if kind == "boolean":
        return True
    return None if kind == "null" else f"sample {name}"
