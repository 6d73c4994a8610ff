"""Tests that tell the events of a response from each other."""

from __future__ import annotations

from unspool_rules.catalogue.events import Shape
from unspool_rules.engine.tool_calls.asked_items import pending
from unspool_rules.syntax.layout import Brackets, Code, Item


def condition(
    event: str, shapes: tuple[Shape, ...], part: str = "", asked: str = "function_call"
) -> Code:
    """A test for any of some events, and of ``part``; in brackets when it has several parts.

    Args:
        asked: the type of the items by which a response asks to be answered.
    """
    groups: dict[tuple[str, bool | None], list[str]] = {}
    for shape in shapes:
        calls = shape.calls
        if any(s.types == shape.types and s.calls is not calls for s in shapes):
            calls = None
        names = groups.setdefault((shape.item, calls), [])
        names += [t for t in shape.types if t not in names]
    parts: list[Code] = []
    for (item, calls), names in groups.items():
        tests = _any([f'{event}.type == "{name}"' for name in names])
        if item:
            tests = _all([tests, _any([f"{event}.item.type {i}" for i in item.split("|")])])
        if calls is not None:
            head = "" if calls else "not "
            tests = _all([tests, pending(asked, f"{event}.response", head)])
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
