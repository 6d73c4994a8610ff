"""Tests that tell the events of a response from each other."""

from __future__ import annotations

from unspool_rules.catalogue.events import Shape
from unspool_rules.engine.tool_calls.asked_items import pending
from unspool_rules.syntax.layout import Brackets, Code, Item

_STATUS = 'getattr({}.item, "status", None)'
"""The status of an item, which some kinds of items have."""


def condition(
    event: str, shapes: tuple[Shape, ...], part: str = "", asked: str = "function_call"
) -> Code:
    """A test for any of some events, and of ``part``; in brackets when it has several parts.

    Args:
        asked: the type of the items by which a response asks to be answered.
    """
    groups: dict[tuple[str, bool | None, str], list[str]] = {}
    for shape in shapes:
        if shape.status and any(_covers(s, shape) for s in shapes):
            continue
        calls = shape.calls
        if any(s.types == shape.types and s.calls is not calls for s in shapes):
            calls = None
        names = groups.setdefault((shape.item, calls, shape.status), [])
        names += [t for t in shape.types if t not in names]
    parts: list[Code] = []
    for (item, calls, status), names in groups.items():
        tests = [_any([f'{event}.type == "{name}"' for name in names])]
        if item:
            tests.append(_any([f"{event}.item.type {i}" for i in item.split("|")]))
        if status:
            has = f"{event}.item.status" if item.startswith("==") else _STATUS.format(event)
            tests.append(f"{has} {status}")
        if calls is not None:
            head = "" if calls else "not "
            tests.append(pending(asked, f"{event}.response", head))
        if part:
            tests.append(part)
        parts.append(_all(tests))
    return parts[0] if len(parts) == 1 else _any(parts)


def _covers(wide: Shape, narrow: Shape) -> bool:
    """Whether one event is another of any status."""
    return not wide.status and wide.item == narrow.item and set(narrow.types) <= set(wide.types)


def _any(parts: list[str] | list[Code]) -> Code:
    return _chain(list(parts), "or ")


def _all(parts: list[Code]) -> Code:
    return _chain(parts, "and ")


def _chain(parts: list[Code], word: str) -> Code:
    if len(parts) == 1:
        return parts[0]
    items = tuple(Item(part, word if index else "") for index, part in enumerate(parts))
    return Brackets("", items, commas=False)
