"""Tests that tell the events of a response from each other."""

from __future__ import annotations

from unspool_rules.catalogue.events import Shape
from unspool_rules.syntax.layout import Brackets, Code, Item


def condition(event: str, shapes: tuple[Shape, ...], part: str = "") -> Code:
    """A test for any of some events, and of ``part``; in brackets when it has several parts."""
    groups: dict[str, list[str]] = {}
    for shape in shapes:
        names = groups.setdefault(shape.item, [])
        names += [t for t in shape.types if t not in names]
    parts: list[Code] = []
    for item, names in groups.items():
        tests = _any([f'{event}.type == "{name}"' for name in names])
        if item:
            tests = _all([tests, _any([f"{event}.item.type {i}" for i in item.split("|")])])
        if part:
            tests = _all([tests, part])
        parts.append(tests)
    return parts[0] if len(parts) == 1 else _any(parts)


def _any(parts: list[str] | list[Code]) -> Code:
    return _chain(list(parts), "or ")


def _all(parts: list[Code]) -> Code:
    return _chain(parts, "and ")


def _chain(parts: list[Code], word: str) -> Code:
    if len(parts) == 1:
        return parts[0]
    items = tuple(Item(part, word if index else "") for index, part in enumerate(parts))
    return Brackets("", items, commas=False)
