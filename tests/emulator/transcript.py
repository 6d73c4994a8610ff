"""What a model reads, in one form for both generations of the service."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A turn of user, assistant or developer; parts are canonical already."""

    role: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function the model asked for."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Output:
    """What the program answered to a call."""

    call_id: str
    text: str


Entry = Message | Call | Output

# A program may tell the model the time; two runs of it are the same all the same.
_CHANGING = re.compile(
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?"
    r"|\b\d\d:\d\d:\d\d(\.\d+)?\b"
    r"|\b1[6-9]\d{8}(\.\d+)?\b"
    r"|\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b"
)


def steady(text: str) -> str:
    """The text without the clock, the date and random ids in it."""
    return _CHANGING.sub("<changing>", text)


def canonical(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The transcript without ids: calls get numbers, outputs stand in the order of calls."""
    numbers = {e.call_id: n for n, e in enumerate(e for e in entries if isinstance(e, Call))}
    shown: list[dict[str, Any]] = []
    waiting: list[Output] = []
    for entry in entries:
        if isinstance(entry, Output):
            waiting.append(entry)
            continue
        shown.extend(_outputs(waiting, numbers))
        waiting = []
        shown.append(_shown(entry, numbers))
    return shown + _outputs(waiting, numbers)


def _outputs(waiting: list[Output], numbers: dict[str, int]) -> list[dict[str, Any]]:
    ordered = sorted(waiting, key=lambda o: numbers.get(o.call_id, -1))
    return [{"output_of": numbers.get(o.call_id, -1), "output": steady(o.text)} for o in ordered]


def _shown(entry: Message | Call, numbers: dict[str, int]) -> dict[str, Any]:
    if isinstance(entry, Call):
        number = numbers[entry.call_id]
        return {"call": number, "name": entry.name, "arguments": json.loads(entry.arguments)}
    return {"role": entry.role, "content": [[kind, steady(text)] for kind, text in entry.parts]}


def image(place: str, detail: object) -> tuple[str, str]:
    """An image part; `auto` is what the service takes when nothing is said."""
    return ("image", place if detail in (None, "auto") else f"{place} in {detail} detail")
