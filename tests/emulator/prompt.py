"""What reaches the model in one invocation, in a form both worlds share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .transcript import Entry, Output, canonical

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything sent to the model; defaults stand for what the caller left out."""

    model: str
    instructions: str
    tools: list[Json]
    entries: Sequence[Entry]
    settings: Json = field(default_factory=dict)

    @property
    def functions(self) -> list[Json]:
        return [tool for tool in self.tools if tool["type"] == "function"]

    def has(self, kind: str) -> Json | None:
        return next((tool for tool in self.tools if tool["type"] == kind), None)

    def canonical(self) -> Json:
        """The form that is logged and compared."""
        # A choice binds the first answer only: outputs that were asked for end it.
        settings = {k: v for k, v in self.settings.items() if v is not None}
        if self.answered():
            settings.pop("tool_choice", None)
        return {
            "model": self.model,
            "instructions": " ".join(self.instructions.split()),
            "tools": self.tools,
            **dict(sorted(settings.items())),
            "items": canonical(self.entries),
        }

    def answered(self) -> bool:
        """Whether the newest turn already brought tool outputs."""
        return bool(self.entries) and isinstance(self.entries[-1], Output)


def response_format(value: object) -> Json | None:
    """Legacy `response_format` and new `text.format` in one form; None is plain text."""
    if not isinstance(value, dict) or value.get("type") in {None, "text"}:
        return None
    if value["type"] != "json_schema":
        return {"type": value["type"]}
    inner = value.get("json_schema") or value
    return {
        "type": "json_schema",
        "name": inner.get("name"),
        "schema": inner.get("schema"),
        "strict": bool(inner.get("strict")),
    }


def tool_choice(value: object) -> object:
    """`auto` is the default; a named function is flat in the new world, nested in the old."""
    if value in (None, "auto"):
        return None
    if isinstance(value, dict) and value.get("type") == "function":
        inner = value.get("function")
        return {"function": inner["name"] if isinstance(inner, dict) else value.get("name")}
    return value


PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def fill(template: str, values: Json) -> str:
    """Put structured inputs in their places; an unknown place stays as written."""

    def value(match: re.Match[str]) -> str:
        return str(values[match[1]]) if match[1] in values else match[0]

    return PLACEHOLDER.sub(value, template)
