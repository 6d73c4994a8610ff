"""Counters and limits of loops that went: where nothing is left that reads them, they go, too."""

from __future__ import annotations

import ast
from functools import partial
from typing import TYPE_CHECKING

from unspool_rules.engine.clients.legacy import target_of
from unspool_rules.engine.waiting.pauses import CLOCKS, called
from unspool_rules.syntax.bindings import How, Variable

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

_BY_NAME = frozenset({"locals", "globals", "vars", "eval", "exec"})
"""Functions that read variables which no code names."""
_NUMBERS = (ast.Constant, ast.UnaryOp, ast.unaryop, ast.BinOp, ast.operator)


def drop_idle(r: Rendering) -> None:
    """``tries = 0`` before a loop that is not there any more."""
    loops = {loop: kept for plan in r.plans for loop, kept in plan.emptied.items()}
    if not loops or any(called(call) in _BY_NAME for call in r.tree.of(ast.Call)):
        return
    gone = {n for loop, kept in loops.items() for n in ast.walk(loop) if n not in kept}
    for variable in _named(r, gone):
        outside = [b for b in r.facts.scopes.bindings(variable) if b.node not in gone]
        statements = [r.tree.statement(b.node) for b in outside]
        targets = {target_of(s) for s in statements if isinstance(s, (ast.Assign, ast.AnnAssign))}
        if (
            statements
            and all(b.how is How.ASSIGN for b in outside)
            and all(_may_go(r, statement, statements) for statement in statements)
            and all(use in gone or use in targets for use in r.facts.scopes.uses(variable))
        ):
            for statement in statements:
                r.rewritten[statement] = partial(_comments, statement)


def _named(r: Rendering, gone: set[ast.AST]) -> list[Variable]:
    """The variables of what is gone, in source order; of a module only those that are set there."""
    names = [n for n in r.tree.of(ast.Name) if n in gone and r.writes(n)]
    elsewhere = {name for n in r.tree.of(ast.Global, ast.Nonlocal) for name in n.names}
    found: dict[Variable, bool] = {}
    for name in names:
        variable = r.facts.scopes.variable(name)
        if variable is not None and variable.name not in elsewhere:
            found[variable] = found.get(variable, False) or isinstance(name.ctx, ast.Store)
    return [
        variable
        for variable, is_set in found.items()
        if not isinstance(variable.scope.node, ast.ClassDef)
        and (not variable.of_module or (is_set and variable.name not in r.imports.exported))
    ]


def _may_go(r: Rendering, statement: ast.stmt, others: list[ast.stmt]) -> bool:
    """Whether nothing but a name is lost with an assignment of a number, a text or a time."""
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement in r.rewritten:
        return False
    value = statement.value
    if isinstance(statement, ast.Assign) and len(statement.targets) != 1:
        return False
    if value is None or not isinstance(target_of(statement), ast.Name):
        return False
    if not (called(value) in CLOCKS or all(isinstance(n, _NUMBERS) for n in ast.walk(value))):
        return False
    left = [s for s in r.tree.block_of(statement) if s not in r.rewritten and s not in others]
    spans = r.lines_span(statement)
    return bool(left) and r.tree.stands_alone(statement) and not r.comments_within(spans)


def _comments(statement: ast.stmt, r: Rendering) -> list[str]:
    return r.comments_within(r.lines_span(statement))
