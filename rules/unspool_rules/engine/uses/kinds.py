"""Kinds of legacy values whose uses are judged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from unspool_rules.catalogue.results import (
    CLASS_KINDS,
)
from unspool_rules.catalogue.symbols import is_legacy_symbol
from unspool_rules.engine.tool_calls import calls
from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Inst, Type, Types

_PAGES = {
    "ItemPaged",
    "AsyncItemPaged",
    "SyncCursorPage",
    "AsyncCursorPage",
    "AsyncPaginator",
    "OpenAIPageableListOfThreadMessage",
    "OpenAIPageableListOfAgent",
    "OpenAIPageableListOfThreadRun",
    "ThreadMessages",
}
UNKNOWN = "value"
"""A result, or a part of one, that the catalogue has no row for: every use of it blocks."""
_UNCHANGED = {
    "AgentsClient",
    "FileInfo",
    "FileListResponse",
    "FileDeletionStatus",
    "VectorStore",
    "VectorStoreDeletionStatus",
    "VectorStoreFile",
    "VectorStoreFileBatch",
    "VectorStoreFileCount",
    "VectorStoreFileDeletionStatus",
    "VectorStoreDeleted",
    "VectorStoreFileDeleted",
    "FileCounts",
    "FileDeleteResponse",
}
"""Results whose attributes have the same names in the new service."""
OBJECTS = {
    "thread",
    "run",
    "agent",
    "message",
    "step",
    "error",
    "usage",
    "incomplete",
    "page",
    "part",
    "attached",
    *calls.KINDS,
}
_BARE = OBJECTS - {"error", "usage", "incomplete"}
COLLECTIONS = ("list", "tuple", "set", "dict", "Generator", "Coroutine")

_NOUNS = {
    "error": "run's error",
    "part": "content part",
    "page": "listing",
    "attached": "file of an assistant",
}


def value_kind(value: Type) -> str | None:
    """The kind of a value, insides of results and pages included."""
    kind = kind_of(value)
    if kind is not None or not isinstance(value, Inst):
        return kind
    return _kind_of_result(value.cls) if value.site is not None else None


@cache
def _kind_of_result(cls: str) -> str | None:
    names = [outline.name.rpartition(".")[2] for outline in outlines.lineage(cls)]
    if not names:
        return None
    if any(name in _PAGES for name in names):
        return "page"
    for name in names:
        if name in CLASS_KINDS:
            return CLASS_KINDS[name]
    if is_legacy_symbol(cls) and ".operations" not in cls and ".resources" not in cls:
        return UNKNOWN if names[0] not in _UNCHANGED else None
    return None


def noun(kind: str) -> str:
    """What a kind is called."""
    return _NOUNS.get(kind, kind)


def a_noun(kinds: set[str]) -> str:
    word = noun(sorted(kinds)[0])
    return f"an {word}" if word[0] in "aeio" else f"a {word}"


def held(types: Types, depth: int = 4) -> Iterator[Inst]:
    """Objects among the values, and in the collections among them."""
    for value in types:
        if not isinstance(value, Inst):
            continue
        kind = value_kind(value) if value.site is not None else None
        if kind == "page" and not any(value_kind(t) for t in values.elements(value)):
            continue  # stores and files are the same on both sides
        if kind in _BARE:
            yield value
        elif depth and value.cls in COLLECTIONS:
            for inner in value.args:
                yield from held(inner, depth - 1)
