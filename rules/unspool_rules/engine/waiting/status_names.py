"""Names that a program keeps the status of a run in: ``status = run.status``."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable

_POLLS = ("run.get", "run.poll", "run.submit", "run.submit_poll")


def status_names(work: Work, loop: ast.AST, runs: Iterable[Variable]) -> frozenset[Variable]:
    """The variables of a loop that are only ever the status of one of the runs."""
    known = frozenset(runs)
    found = {
        variable
        for node in ast.walk(loop)
        if isinstance(node, ast.Assign) and _is_status(work, node.value, known)
        for target in node.targets
        if (variable := work.variable_of(target)) is not None
    }
    return frozenset(
        variable
        for variable in found
        if all(
            not binding.path
            and (isinstance(binding.value, ast.Constant) or _is_status(work, binding.value, known))
            for binding in work.facts.scopes.bindings(variable)
        )
    )


def _is_status(work: Work, value: ast.expr | None, runs: frozenset[Variable]) -> bool:
    if not (isinstance(value, ast.Attribute) and value.attr == "status"):
        return False
    base = value.value.value if isinstance(value.value, ast.Await) else value.value
    if isinstance(base, ast.Call):
        site = work.facts.by_call.get(base)
        return site is not None and site in work.plan.sites and site.operation in _POLLS
    return work.variable_of(base) in runs
