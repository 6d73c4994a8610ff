"""Calls that are given what a dictionary holds, beside what a definition holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from unspool_rules.syntax.layout import Brackets, Code, Item


def with_spread(items: Iterable[Item], name: str) -> tuple[Item, ...]:
    """Arguments with those of a dictionary, which go before what a definition says."""
    return tuple(with_added(items, Item(name, "**")))


def with_added(items: Iterable[Item], added: Item) -> list[Item]:
    """Arguments with those of a mapping, which go before what a definition says."""
    found = [*items]
    for place, item in enumerate(found):
        if item.prefix == "**":
            found[place] = replace(item, value=_merged(item.value, added))
            return found
    return [*found, added]


def _merged(first: Code, added: Item) -> Brackets:
    """``{**first, **added}``: a call refuses a name that two of its mappings have."""
    if isinstance(first, Brackets) and first.open == "{" and not first.head:
        return replace(first, items=(*first.items, added))
    return Brackets("", (Item(first, "**"), added), "{", "}")
