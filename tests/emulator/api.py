"""The seam between HTTP and the handlers: a handler takes a Call and returns a Reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .state import Json, World


class Dialect(Enum):
    """Whose rules apply, told by the path prefix."""

    AZURE_AGENTS = "azure-agents"
    FOUNDRY = "foundry"
    FOUNDRY_PREVIEW = "foundry-preview"
    FOUNDRY_ENDPOINT = "foundry-endpoint"
    OPENAI = "openai"
    AZURE_OPENAI = "azure-openai"

    @property
    def has_agents(self) -> bool:
        return self in {Dialect.FOUNDRY, Dialect.FOUNDRY_PREVIEW, Dialect.FOUNDRY_ENDPOINT}


@dataclass(frozen=True, slots=True)
class Request:
    """One request, already parsed."""

    world: World
    dialect: Dialect
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    body: Json = field(default_factory=dict)
    upload: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Events:
    """A server-sent event stream of (event name, data)."""

    events: Iterable[tuple[str, Json | str]]


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a file."""

    content: bytes


Reply = Json | Events | Raw
Handler = Callable[[Request], Reply]


@dataclass(frozen=True, slots=True)
class Route:
    """One operation; `generation` is "legacy", "new" or "both"."""

    method: str
    path: str
    handler: Handler
    generation: str


def page(request: Request, rows: list[Json], order: str = "desc", key: str = "id") -> Json:
    """A list answer; `rows` come oldest first, and the default order is newest first."""
    if request.query.get("order", order) == "desc":
        rows = rows[::-1]
    if after := request.query.get("after"):
        rows = rows[_position(rows, key, after) + 1 :]
    if before := request.query.get("before"):
        rows = rows[: _position(rows, key, before)]
    limit = int(request.query.get("limit", "20"))
    shown = rows[:limit]
    return {
        "object": "list",
        "data": shown,
        "first_id": shown[0][key] if shown else None,
        "last_id": shown[-1][key] if shown else None,
        "has_more": len(rows) > limit,
    }


def _position(rows: list[Json], key: str, value: Any) -> int:
    return next((n for n, row in enumerate(rows) if row[key] == value), len(rows))
