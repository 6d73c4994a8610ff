"""Snapshots that callbacks of a handler class get: what has come so far, which no event carries.

The text so far is added up for the callback, which gets it as a string.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from unspool_rules.catalogue.events import Callback
from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.streaming import handled_calls
from unspool_rules.semantics.types import NOTHING, UserInstance
from unspool_rules.syntax.literals import is_empty

if TYPE_CHECKING:
    from unspool_rules.engine.streaming.handlers import Handler

_SO_FAR: Mapping[str, tuple[str | int, ...]] = {
    "on_text_delta": ("value",),
    "on_message_delta": ("content", 0, "text", "value"),
}
"""How a callback reads the text that has come so far of its snapshot."""


def read(
    facts: Facts,
    handler: Handler,
    callback: Callback,
    first: ast.arg,
    uses: Sequence[ast.Name],
) -> Iterator[tuple[ast.AST, str]]:
    """Judge the uses of a snapshot; give parts of them and their new code.

    Args:
        first: the parameter before it, with what an event brings.
    """
    for use in uses:
        parent = facts.tree.parents.get(use)
        facts.guess(use, NOTHING)
        steps = _SO_FAR.get(callback.name, ())
        text = _chain(facts, use, steps)
        kept = _kept(facts, handler, use, steps)
        if text is not None:
            yield text, use.id
            handler.sums.add(callback.name)
        elif handled_calls.names(facts, handler, callback, parent):
            yield use, first.arg
        elif callback.name == "on_tool_call_delta" and (
            same := handled_calls.of_snapshot(facts, use, first.arg)
        ):
            yield from same
        elif kept is not None:
            handler.sums.add(callback.name)
            yield from kept
        else:
            handler.problems.append(
                (use, "no event carries what has come so far: add it up in the callback")
            )


def _kept(
    facts: Facts, handler: Handler, use: ast.Name, steps: tuple[str | int, ...]
) -> list[tuple[ast.AST, str]] | None:
    """The reads of the text behind ``self.snapshot = snapshot``; None where more is read of it."""
    statement = facts.tree.parents.get(use)
    if not isinstance(statement, ast.Assign) or statement.value is not use or not steps:
        return None
    target = statement.targets[0]
    if len(statement.targets) != 1 or not isinstance(target, ast.Attribute):
        return None
    variable = facts.scopes.lookup(handler.node.name, facts.scopes.scope_of(handler.node))
    if variable is not None and variable.of_module and is_taken(facts, variable):
        return None
    if any(n.value == target.attr for n in facts.tree.of(ast.Constant)):
        return None
    found: list[tuple[ast.AST, str]] = []
    for node in facts.tree.of(ast.Attribute):
        if node.attr != target.attr or node is target:
            continue
        bases = facts.infer.of(node.value)
        if bases and UserInstance(handler.node) not in bases:
            continue  # another object's
        if not bases:
            return None
        if isinstance(node.ctx, ast.Store):
            if not _is_bare(facts.tree.parents.get(node)):
                return None
            continue
        text = _chain(facts, node, steps)
        if text is None:
            return None
        found.append((text, ast.unparse(node)))
    return found


def _is_bare(statement: ast.AST | None) -> bool:
    """Whether an attribute only gets nothing: ``self.snapshot = None``."""
    return isinstance(statement, ast.Assign) and is_empty(statement.value)


def _chain(facts: Facts, node: ast.expr, steps: tuple[str | int, ...]) -> ast.expr | None:
    """The expression that reads one after the other; None when another is read, or nothing."""
    for step in steps:
        parent = facts.tree.parents.get(node)
        if isinstance(step, str):
            if not (isinstance(parent, ast.Attribute) and parent.attr == step):
                return None
        elif not (
            isinstance(parent, ast.Subscript)
            and parent.value is node
            and isinstance(parent.slice, ast.Constant)
            and parent.slice.value == step
        ):
            return None
        node = parent
    return node if steps else None


__all__ = ["read"]
