"""What a handler class has of the SDK's class, and the program uses, besides its callbacks."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.streaming.base_calls import is_init, is_super
from unspool_rules.engine.streaming.handler_bases import base_of
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import UserClass, UserInstance

if TYPE_CHECKING:
    from unspool_rules.engine.streaming.handlers import Handler

CURRENT = "current_run"
"""The attribute that holds the run whose events come."""


def find_used(facts: Facts, handler: Handler, is_idle: Callable[[ast.AST], bool]) -> None:
    """Find what of the SDK's class the program uses besides the callbacks.

    Args:
        is_idle: whether a place stands in a statement that does nothing.
    """
    own = {
        s.name for s in handler.node.body if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    own |= {
        t.id
        for s in handler.node.body
        for t in (s.targets if isinstance(s, ast.Assign) else [getattr(s, "target", None)])
        if isinstance(t, ast.Name)
    }
    stores = facts.infer.stores.attributes
    own |= {n for n, found in stores.items() if any(s.owner is handler.node for s in found)}
    base = base_of(facts, handler.node)
    assert base is not None
    theirs = {n for o in outlines.lineage(base[1]) for n in (*o.attributes, *o.methods)}
    for node in ast.walk(handler.node):
        if not isinstance(node, ast.Attribute):
            continue
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            gone = node.attr in theirs and node.attr not in own
            if gone and node.attr == CURRENT and isinstance(node.ctx, ast.Load):
                handler.current.append(node)
            elif gone or node.attr.startswith(("_AssistantEventHandler", "_AsyncAssistant")):
                handler.problems.append(
                    (node, f"`{node.attr}` came from the SDK's handler class, which is gone")
                )
            elif node.attr.startswith("on_") and node.attr in own:
                handler.problems.append(
                    (
                        node,
                        "the program calls this callback itself, and it takes other values now",
                    )
                )
        elif is_super(node.value) and node.attr != "__init__" and not is_idle(node):
            handler.problems.append(
                (node, "the SDK's handler class is gone, and its method with it")
            )
    _read_outside(facts, handler, theirs - own)
    variable = facts.scopes.lookup(handler.node.name, facts.scopes.scope_of(handler.node))
    for use in facts.scopes.uses(variable) if variable is not None else ():
        parent = facts.tree.parents.get(use)
        called = is_idle(use) or (
            isinstance(parent, ast.Call)
            and (
                parent.func is use or (is_super(parent) and is_init(facts.tree.parents.get(parent)))
            )
        )
        if not called and UserClass(handler.node) in facts.infer.of(use):
            if isinstance(parent, ast.ClassDef):
                handler.problems.append((use, "another class derives from the handler"))
            elif not isinstance(parent, (ast.arg, ast.AnnAssign, ast.BinOp, ast.Subscript)):
                handler.problems.append((use, "the handler's class is handed on"))
    if variable is not None and len(facts.scopes.bindings(variable)) != 1:
        handler.problems.append((handler.node, "the class's name is bound more than once"))
    if handler.node.decorator_list or handler.node.keywords:
        handler.problems.append((handler.node, "what the class's decorators do is not in view"))


def _read_outside(facts: Facts, handler: Handler, gone: set[str]) -> None:
    """What other code reads of the handler that the SDK's class gave it."""
    known = {name for flow in handler.flows for name in flow.stand_ins}
    for node in facts.tree.of(ast.Attribute):
        if node.attr not in gone or node.value in known:
            continue
        if any(
            isinstance(t, UserInstance) and t.node is handler.node
            for t in facts.infer.of(node.value)
        ) and not (isinstance(node.value, ast.Name) and facts.tree.owner(node) is handler.node):
            if node.attr == CURRENT and isinstance(node.ctx, ast.Load):
                handler.current.append(node)
            else:
                handler.problems.append(
                    (node, f"`{node.attr}` came from the SDK's handler class, which is gone")
                )


__all__ = ["CURRENT", "find_used"]
