"""Finds catalogue rows by qualified name; the rows of a package are read when first asked for."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from unspool_rules.catalogue.entry import Entry
from unspool_rules.catalogue.rows import AZURE, OPENAI, SHARED


def lookup(qualified_name: str) -> Entry | None:
    """The row of a legacy name, by its canonical name or any alias."""
    root = qualified_name.partition(".")[0]
    return _names(root).get(qualified_name)


def members(qualified_name: str) -> Mapping[str, Entry]:
    """The rows of the methods and attributes of a legacy class, by their own names."""
    head = f"{qualified_name}."
    names = _names(qualified_name.partition(".")[0])
    return {
        name.removeprefix(head): row
        for name, row in names.items()
        if name.startswith(head) and "." not in name.removeprefix(head)
    }


def shared(qualified_name: str) -> Entry | None:
    """The row of a name that the new SDK has as well, such as ``models.FunctionTool``.

    It holds only where something else shows that the old SDK is meant.
    """
    return _by_name(_load(SHARED)).get(qualified_name)


@functools.cache
def entries() -> tuple[Entry, ...]:
    """All rows that ``lookup`` can give, in the order of the modules."""
    return _load(AZURE) + _load(OPENAI)


@functools.cache
def shared_entries() -> tuple[Entry, ...]:
    """All rows that ``shared`` can give."""
    return _load(SHARED)


def by_id(id: str) -> Entry | None:  # noqa: A002 - the field has this name
    """The row with an id, shared names included."""
    return _ids().get(id)


@functools.cache
def _load(modules: tuple[str, ...]) -> tuple[Entry, ...]:
    rows: list[Entry] = []
    for module in modules:
        loaded = importlib.import_module(f"unspool_rules.catalogue.rows.{module}")
        rows.extend(loaded.ROWS)
    return tuple(rows)


@functools.cache
def _names(root: str) -> Mapping[str, Entry]:
    modules = {"azure": AZURE, "openai": OPENAI}.get(root, ())
    return MappingProxyType(_by_name(_load(modules)))


@functools.cache
def _ids() -> Mapping[str, Entry]:
    return MappingProxyType({row.id: row for row in (*entries(), *shared_entries())})


def _by_name(rows: Iterable[Entry]) -> dict[str, Entry]:
    return {name: row for row in rows for name in row.legacy}
