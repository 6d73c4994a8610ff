"""Lists of calls whose elements a program takes for calls of one type, without asking for it.

The program failed where there was another call, so those that the new list passes over are none
that it dealt with.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.caught import is_caught
from unspool_rules.engine.work import Work

_NOTE = "a tool call that was none of a `{}` made the program fail here: it is passed over now"


class CountedOn:
    """The lists of calls that are followed, and the type that is counted on in each."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._open: list[ast.expr] = []
        self._types: dict[ast.expr, str] = {}

    def enter(self, calls: ast.expr) -> None:
        self._open.append(calls)

    def leave(self) -> None:
        self._open.pop()

    @property
    def calls(self) -> ast.expr | None:
        """The list that is followed now."""
        return self._open[-1] if self._open else None

    def take(self, node: ast.expr, kind: str, item: str) -> bool:
        """Count on a type of item; False where that may not be."""
        if is_caught(self._work, node):
            return False
        if self.calls is None or self._types.setdefault(self.calls, item) != item:
            return False
        self._work.note(_NOTE.format(kind))
        return True

    def of(self, calls: ast.expr | None) -> str | None:
        """The type that is counted on in a list, once all of it was followed."""
        return self._types.get(calls) if calls is not None else None
