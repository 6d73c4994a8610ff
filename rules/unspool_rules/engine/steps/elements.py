"""Lists of steps, of tool calls and of what these hold: what their elements are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "steps": "step",
        "calls": "call",
        "results": "result",
        "outputs": "output",
        "activities": "activity",
    }
)
"""What the elements of a list are."""
LISTS: Mapping[str, str] = MappingProxyType(
    {**{element: kind for kind, element in ELEMENTS.items()}, "content": "contents"}
)
"""What lists of elements are."""


def elements_of(kind: str) -> str | None:
    """What the elements of a list are, or those of a numbered one."""
    others = {"page": "step", "contents": "content"}
    return {**ELEMENTS, **others}.get(kind.removeprefix("numbered "))


__all__ = ["ELEMENTS", "LISTS", "elements_of"]
