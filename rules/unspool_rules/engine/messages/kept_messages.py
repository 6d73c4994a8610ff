"""Messages that stand in a list under a name: what they hold, as far as the file shows it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.messages import gathered
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import How

_TAKEN = ("role", "content", "type")


def strange_fields(work: Work, node: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    """Fields of the messages in a list that an item does not take: their values and names."""
    for value, name in _fields(work, node):
        if name not in _TAKEN:
            yield value, name


def _fields(work: Work, node: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    for message in _messages(work, node):
        described = work.literal_of(message)
        if isinstance(described, ast.Dict):
            for key, value in zip(described.keys, described.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield value, key.value
        yield from _set(work, message, inside=False)
    yield from _set(work, node, inside=True)


def _messages(work: Work, node: ast.expr) -> Iterator[ast.expr]:
    """The messages that the file puts into a list."""
    variable = work.variable_of(node)
    found = [node]
    if variable is not None:
        yield from gathered.elements(work, variable)
        bindings = work.facts.scopes.bindings(variable)
        found = [b.value for b in bindings if b.how is How.ASSIGN and not b.path and b.value]
    for value in found:
        if isinstance(value, ast.ListComp):
            yield value.elt


def _set(work: Work, node: ast.expr, *, inside: bool) -> Iterator[tuple[ast.expr, str]]:
    """``message["attachments"] = […]``; with ``inside``, ``messages[0]["attachments"] = […]``."""
    variable = work.variable_of(node)
    parents = work.tree.parents
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        place = parents.get(use)
        if inside and isinstance(place, ast.Subscript) and place.value is use:
            place = parents.get(place)
        target = place if isinstance(place, ast.Subscript) else None
        statement = parents.get(target) if target is not None else None
        if target is None or not isinstance(target.ctx, ast.Store):
            continue
        name = work.string_value(target.slice)
        if name is not None and isinstance(statement, (ast.Assign, ast.AnnAssign)):
            yield statement.value or target, name


__all__ = ["strange_fields"]
