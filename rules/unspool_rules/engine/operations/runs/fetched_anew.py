"""Runs that are fetched again by their ids behind a call: what is read later is read of those."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable

_JUMPS = (ast.Break, ast.Continue)
_ENDS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Module, ast.While, ast.For, ast.AsyncFor)


def is_fetched_anew(work: Work, call: ast.Call, use: ast.expr) -> bool:
    """Whether a read of a run comes behind ``run = retrieve(run.id)``, wherever a call led to it.

    Args:
        call: what goes on with the run.
        use: a name that holds it.
    """
    variable = work.variable_of(use)
    fetching = _fetching(work, call, variable) if variable is not None else None
    if fetching is None:
        return False
    start, end = work.tree.span(call).end, work.tree.span(fetching).start
    between = start <= work.tree.span(use).start < end
    return not between or not may_follow(work.tree, call, use, rounds=False)


def _fetching(work: Work, call: ast.Call, variable: Variable) -> ast.stmt | None:
    """The statement to which each way from a call comes, and which fetches the run."""
    statement: ast.AST = work.tree.statement(call)
    while isinstance(statement, ast.stmt):
        if any(isinstance(inner, _JUMPS) for inner in ast.walk(statement)):
            return None
        block = work.tree.block_of(statement)
        for later in block[block.index(statement) + 1 :]:
            if _fetches(work, later, variable):
                return later
            if any(isinstance(inner, _JUMPS) for inner in ast.walk(later)):
                return None
        parent = work.tree.parents[statement]
        if isinstance(parent, _ENDS):
            return None
        statement = parent
    return None


def _fetches(work: Work, statement: ast.stmt, variable: Variable) -> bool:
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    if work.variable_of(statement.targets[0]) != variable:
        return False
    value = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    if not isinstance(value, ast.Call):
        return False
    made = work.facts.origins(statement.value)
    return (
        bool(made)
        and all(site.operation in POLLS for site in made)
        and any(
            isinstance(given, ast.Attribute)
            and given.attr == "id"
            and work.variable_of(given.value) == variable
            for given in (*value.args, *(keyword.value for keyword in value.keywords))
        )
    )


__all__ = ["is_fetched_anew"]
