"""Generators that go on to fetch a run by the id that they were called with.

``for run in watch(thread.id, run.id)`` evaluates the id once; where the loop hands outputs in, the
run goes on as another response, which the generator never sees.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.types import UserFunction

FETCHES_FIRST = (
    "the generator that is called here goes on to fetch the first response, by the id it was given"
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def fetching_generator(facts: Facts, site: Site) -> ast.Call | None:
    """The call of a generator that fetches runs, which may still run when outputs are handed in."""
    tree = facts.tree
    function = tree.function(site.func)
    for call in tree.of(ast.Call):
        if tree.function(call) is function and _fetches_late(facts, call):
            if may_follow(tree, call, site.func):
                return call
    return None


def _fetches_late(facts: Facts, call: ast.Call) -> bool:
    if call in facts.by_call or not (call.args or call.keywords):
        return False
    return any(
        isinstance(known, UserFunction)
        and isinstance(known.node, _FUNCTIONS)
        and _yields(facts, known.node)
        and _fetches(facts, known.node)
        for known in facts.infer.of(call.func)
    )


def _yields(facts: Facts, function: ast.AST) -> bool:
    return any(
        isinstance(node, (ast.Yield, ast.YieldFrom)) and facts.tree.function(node) is function
        for node in ast.walk(function)
    )


def _fetches(facts: Facts, function: ast.AST) -> bool:
    """Whether a function fetches a run by an id of its parameters."""
    for node in ast.walk(function):
        site = facts.by_call.get(node) if isinstance(node, ast.Call) else None
        if site is not None and site.operation in POLLS:
            return True
    return False


__all__ = ["FETCHES_FIRST", "fetching_generator"]
