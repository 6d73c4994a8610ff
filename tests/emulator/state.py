"""Everything one emulated service remembers; plain JSON objects, no HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .transcript import Entry

Json = dict[str, Any]
EPOCH = 1_760_000_000


@dataclass(slots=True)
class StoredFile:
    """An uploaded or generated file."""

    meta: Json
    content: bytes

    @property
    def fingerprint(self) -> Json:
        """What identifies the file when ids differ."""
        digest = hashlib.sha256(self.content).hexdigest()[:16]
        return {"filename": self.meta["filename"], "sha256": digest}


@dataclass(slots=True)
class Store:
    """A vector store and the files in it, in the order they came."""

    meta: Json
    files: dict[str, Json] = field(default_factory=dict)


@dataclass(slots=True)
class Thread:
    """A legacy thread; the transcript also holds the tool calls the messages do not show."""

    meta: Json
    messages: list[Json] = field(default_factory=list)
    transcript: list[Entry] = field(default_factory=list)
    runs: list[Json] = field(default_factory=list)
    steps: dict[str, list[Json]] = field(default_factory=dict)


@dataclass(slots=True)
class Conversation:
    """A conversation and its items as the wire shows them."""

    meta: Json
    items: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class StoredResponse:
    """A response with all the items that led to it, for previous_response_id."""

    body: Json
    history: list[Json]
    job: Any = None


@dataclass(slots=True)
class World:
    """One service; `serves` says which generations of routes answer."""

    serves: frozenset[str] = frozenset({"legacy", "new"})
    assistants: dict[str, Json] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    agents: dict[str, list[Json]] = field(default_factory=dict)
    endpoints: dict[str, Json] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    responses: dict[str, StoredResponse] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    stores: dict[str, Store] = field(default_factory=dict)
    batches: dict[str, Json] = field(default_factory=dict)
    log: list[Json] = field(default_factory=list)
    refusals: list[Json] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    counter: int = 0
    stored: frozenset[str] = frozenset()
    """Assistants that were there before the program."""

    def store(self, assistants: Mapping[str, Mapping[str, Any]]) -> None:
        """Know assistants that were made some other day."""
        self.assistants.update((key, dict(value)) for key, value in assistants.items())
        self.stored = frozenset(assistants)

    def new_id(self, prefix: str) -> str:
        """Ids look random, and are the same in every run."""
        self.counter += 1
        return prefix + hashlib.sha256(f"{prefix}{self.counter}".encode()).hexdigest()[:24]

    def now(self) -> int:
        """Every object gets its own second, so that sorting by time is sorting by age."""
        self.counter += 1
        return EPOCH + self.counter

    def reset(self) -> None:
        """Forget everything but the generations served."""
        fresh = World(serves=self.serves)
        for name in self.__slots__:
            setattr(self, name, getattr(fresh, name))
