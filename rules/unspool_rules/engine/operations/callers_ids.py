"""Callers out of view that have the id of a run, which goes on under another id.

``def step(run_id)`` fetches the run, and hands in outputs: the response that takes these has an id
of its own, and who asks again by the first one gets the calls again.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.callers import FUNCTIONS, all_calls
from unspool_rules.engine.facts import Site
from unspool_rules.engine.operations.run_holders import holder_of, source_of
from unspool_rules.engine.work import Work
from unspool_rules.syntax.scopes import How

KEPT = "callers out of view have the id of the first response, and this one has another: return it"
_LOOPS = (ast.While, ast.For, ast.AsyncFor)


def is_kept_from_them(work: Work, site: Site) -> bool:
    """Whether a run goes on that a function knows by an id that it is given, and nobody is told."""
    function = work.tree.function(site.func)
    run_id = site.arguments.get("run_id")
    if not isinstance(function, FUNCTIONS) or run_id is None or all_calls(work, function):
        return False
    if not _is_given(work, function, run_id):
        return False
    around = [a for a in work.tree.ancestors(site.func) if isinstance(a, _LOOPS)]
    if any(work.tree.function(loop) is function for loop in around):
        return False
    statement = work.tree.statement(site.func)
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None:
        return not isinstance(statement, ast.Return)
    end = work.tree.span(statement).end
    return not any(
        work.tree.span(use).start > end and _is_told(work, use)
        for use in work.facts.scopes.reads(variable)
    )


def _is_given(work: Work, function: ast.AST, run_id: ast.expr) -> bool:
    """Whether an id, or that by which the run was asked for, is a parameter of the function."""
    holder = holder_of(source_of(work, run_id))
    asked = [s.arguments.get("run_id") for s in work.facts.origins(holder)]
    for node in (holder, *(holder_of(a) for a in asked if a is not None)):
        variable = work.variable_of(node)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else []
        if any(b.how is How.PARAMETER and work.tree.function(b.node) is function for b in bindings):
            return True
    return False


def _is_told(work: Work, use: ast.expr) -> bool:
    """Whether a use of the new response gives it, or its id, to somebody."""
    parent = work.tree.parents.get(use)
    return not isinstance(parent, ast.Attribute) or parent.attr == "id"


__all__ = ["KEPT", "is_kept_from_them"]
