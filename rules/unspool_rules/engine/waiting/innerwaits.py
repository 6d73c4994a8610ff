"""Statements that only wait, within the loop that answers tool calls in each of its rounds."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.waiting.loops import WaitLoop
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable


def is_inner_wait(work: Work, node: ast.stmt, run: Variable, aliases: frozenset[Variable]) -> bool:
    """Whether nothing is left to do for a statement where the run is finished by then."""
    return _is_loop(work, node, run, aliases) or _is_call(work, node, run)


def _is_loop(work: Work, node: ast.stmt, run: Variable, aliases: frozenset[Variable]) -> bool:
    """``while run.status == "queued": run = retrieve(...)``, of which nothing stays."""
    if not isinstance(node, ast.While) or node.orelse:
        return False
    inside = set(ast.walk(node))
    sites = [s for s in work.plan.sites if s.func in inside]
    if not sites or any(s.operation not in POLLS for s in sites):
        return False
    wait = WaitLoop(work, node, run, sites, aliases)
    return not wait.refusals and not wait.timed and not wait.stays


def _is_call(work: Work, node: ast.stmt, run: Variable) -> bool:
    """``run = wait_for(run)``, where the function only polls."""
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return False
    target, value = node.targets[0], node.value
    if isinstance(value, ast.Await):
        value = value.value
    if not (isinstance(target, ast.Name) and isinstance(value, ast.Call)):
        return False
    if work.facts.scopes.variable(target) != run:
        return False
    functions = [t for t in work.infer.of(value.func) if isinstance(t, UserFunction)]
    inside = [
        s for s in work.plan.sites if functions and work.tree.function(s.func) is functions[0].node
    ]
    return len(functions) == 1 and bool(inside) and all(s.operation in POLLS for s in inside)
