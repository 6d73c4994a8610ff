"""Ids of runs that functions of a file only pass on, as methods of a wrapper do.

``def cancel_run(self, thread_id, run_id)`` cancels what its caller names. Where no function in
view goes on with a run under the id of its first response, callers know which one is the last.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.flow.callers import FUNCTIONS, Function
from unspool_rules.engine.operations.runs.holders import holder_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import CREATES
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import arguments_for, calls_of
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.names import last_name


def is_passed_on(work: Work, run_id: ast.expr | None) -> bool:
    """Whether an id is that of the last response, wherever outputs are handed in.

    All that hand in outputs pass on the id that callers out of view give them, and return the new
    response. What the id comes from hands in none.
    """
    submits = [s for s in work.facts.sites if s.operation in SUBMITS]
    handing: set[ast.AST | None] = {work.tree.function(s.func) for s in submits}
    return (
        run_id is not None
        and all(_is_for_others(work, s) for s in submits)
        and _is_first(work, run_id, handing, set())
    )


def _is_for_others(work: Work, site: Site) -> bool:
    """Whether outputs are handed in for callers out of view only."""
    run_id = site.arguments.get("run_id")
    variable = work.variable_of(run_id) if isinstance(run_id, ast.Name) else None
    function = work.tree.function(site.func)
    if variable is None or not isinstance(function, FUNCTIONS) or variable.scope.node != function:
        return False
    calls = list(calls_of(work.infer, function))
    named = [
        node
        for node in work.tree.of(ast.Attribute, ast.Name)
        if isinstance(node, (ast.Attribute, ast.Name))
        and last_name(node) == function.name
        and work.tree.parents.get(node) not in work.facts.by_call
        and not _is_of_action(node)
    ]
    bindings = work.facts.scopes.bindings(variable)
    return not calls and not named and [b.how for b in bindings] == [How.PARAMETER]


def _is_of_action(node: ast.expr) -> bool:
    """``run.required_action.submit_tool_outputs``."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, (ast.Attribute, ast.Name))
        and "action" in last_name(node.value)
    )


def _is_first(
    work: Work, run_id: ast.expr, handing: set[ast.AST | None], seen: set[Variable]
) -> bool:
    """Whether a name in a function is given an id, or a run, by callers, or by what makes it."""
    holder = holder_of(run_id)
    variable = work.variable_of(holder)
    function = work.tree.function(holder)
    if variable is None or not isinstance(function, FUNCTIONS) or variable.of_module:
        return False
    if variable in seen:
        return True
    seen.add(variable)
    if variable.scope.node is not function or _hands_in(work, function, handing, set()):
        return False
    bindings = work.facts.scopes.bindings(variable)
    return bool(bindings) and all(_is_given(work, b, handing, seen) for b in bindings)


def _is_given(
    work: Work, binding: Binding, handing: set[ast.AST | None], seen: set[Variable]
) -> bool:
    if binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
        function = work.tree.function(binding.node)
        if not isinstance(function, FUNCTIONS):
            return False
        given = arguments_for(work.infer, function, binding.node)
        calls = list(calls_of(work.infer, function))
        return len(given) == len(calls) and all(_is_first(work, v, handing, seen) for v in given)
    value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
    if binding.how is not How.ASSIGN or binding.path or value is None:
        return False
    if not isinstance(value, ast.Call):
        return _is_first(work, value, handing, seen)
    made = work.facts.origins(value)
    asked = [s.arguments.get("run_id") for s in made if s.operation in POLLS]
    return (
        bool(made)
        and all(s.operation in (*CREATES, *POLLS) for s in made)
        and all(a is not None and _is_first(work, a, handing, seen) for a in asked)
    )


def _hands_in(
    work: Work, function: Function, handing: set[ast.AST | None], seen: set[ast.AST]
) -> bool:
    """Whether a function, or one that it calls, hands in outputs."""
    if function in handing:
        return True
    seen.add(function)
    return any(
        isinstance(t.node, FUNCTIONS) and _hands_in(work, t.node, handing, seen)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        for t in work.infer.of(node.func)
        if isinstance(t, UserFunction) and t.node not in seen
    )


__all__ = ["is_passed_on"]
