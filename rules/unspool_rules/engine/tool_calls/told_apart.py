"""Where a program tells a run that waits for outputs apart from one that is completed."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import lru_cache

from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.tree import Tree

ACTION = "requires_action"


@lru_cache(maxsize=2)  # asked for each status of each run
def states_of(tree: Tree) -> tuple[ast.expr, ...]:
    """Where a file names the state of a run that waits for outputs."""
    return (
        *(node for node in tree.of(ast.Attribute) if node.attr == ACTION.upper()),
        *(node for node in tree.of(ast.Constant) if node.value == ACTION),
    )


@lru_cache(maxsize=2)  # asked for each component
def _actions_of(tree: Tree) -> tuple[ast.Attribute, ...]:
    """Where a file reads what a run waits for."""
    return tuple(node for node in tree.of(ast.Attribute) if node.attr == "required_action")


def is_told_apart(work: Work) -> bool:
    """Whether anything in the file asks for the state of a run that waits for outputs."""
    return any(not _is_waited_for(work, node) for node in states_of(work.tree))


def _is_waited_for(work: Work, node: ast.AST) -> bool:
    """``while run.status in (...)``: behind the loop it is in none of these states."""
    child = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.stmt):
            return isinstance(parent, ast.While) and parent.test is child
        child = parent
    return False


def with_status(node: ast.AST) -> ast.expr | None:
    """What a status is read of: ``run`` of ``run.status`` or ``getattr(run, "status", None)``."""
    if isinstance(node, ast.Attribute):
        return node.value if node.attr == "status" else None
    named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr"
    if not named or not isinstance(node, ast.Call) or len(node.args) < 2:
        return None
    name = node.args[1]
    return node.args[0] if isinstance(name, ast.Constant) and name.value == "status" else None


def asks_for_action(work: Work, states: Iterable[ast.expr]) -> bool:
    """Whether functions of a component test its runs for that state alone, or read its calls."""
    functions = {work.tree.function(site.func) for site in work.plan.sites}
    if any(work.tree.function(node) in functions for node in _actions_of(work.tree)):
        return True
    for node in states:
        test = work.tree.parents.get(node)
        if isinstance(test, ast.Compare) and test.comparators == [node]:
            if with_status(test.left) is not None and work.tree.function(test) in functions:
                return True
    return False


def said_beside(work: Work, compare: ast.Compare) -> bool:
    """``== "completed" or == "requires_action"``, or neither: calls are asked for beside it."""
    both = work.tree.parents.get(compare)
    operator = type(compare.ops[0])
    wanted = ast.Or if operator in (ast.Eq, ast.In) else ast.And
    return (
        isinstance(both, ast.BoolOp)
        and isinstance(both.op, wanted)
        and any(
            isinstance(value, ast.Compare)
            and len(value.ops) == 1
            and isinstance(value.ops[0], ast.Eq if wanted is ast.Or else ast.NotEq)
            and work.string_value(value.comparators[0]) == ACTION
            and ast.unparse(value.left) == ast.unparse(compare.left)
            for value in both.values
        )
    )


def keep(work: Work, status: ast.expr) -> None:
    """Note that an expression says of a response, too, that it waits for outputs."""
    work.once(_kept).add(status)


def _kept(_: Work) -> set[ast.expr]:
    return set()


def is_kept(work: Work, node: ast.expr) -> bool:
    """Whether an expression is a status that was noted so, or the name of one."""
    kept = work.once(_kept)
    variable = work.variable_of(node)
    if variable is None:
        return node in kept
    bindings = work.facts.scopes.bindings(variable)
    values = [inner for b in bindings if not b.path for inner in _given(work, b.value)]
    return (
        len(values) >= len(bindings)
        and any(value in kept for value in values)
        and all(value in kept or isinstance(value, ast.Constant) for value in values)
    )


def _given(work: Work, value: ast.expr | None) -> list[ast.expr | None]:
    """What an expression gives: of a call of a function in view, all that it returns."""
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call):
        return [value]
    functions = [t.node for t in work.infer.of(call.func) if isinstance(t, UserFunction)]
    returns = [
        r.value
        for r in work.tree.of(ast.Return)
        if functions and work.tree.function(r) in functions
    ]
    return [*returns] if len(functions) == 1 and returns else [value]
