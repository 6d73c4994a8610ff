"""Who calls a function with a run, and what holds the run there."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from unspool_rules.engine.flow.callers import Function, all_calls
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.operations.runs.holders import (
    holder_of,
    is_fetched_otherwise,
    keep_ids,
    source_of,
)
from unspool_rules.engine.operations.runs.returns import returns_nothing
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import change, may_change
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.syntax.bindings import How, Variable

_RESPONSE = ("openai.types.responses", "Response")


@dataclass(frozen=True, slots=True)
class Caller:
    """A call of the function, and what holds the run there."""

    call: ast.Call
    holder: ast.expr
    by_id: bool
    """Whether the holder is the run's id."""


def callers_of(
    work: Work, function: Function, variable: Variable, made: list[Site], *, by_id: bool
) -> list[Caller] | None:
    """All calls of the function; None where one of them cannot take a result."""
    parameter = parameter_of(work, function, variable)
    if parameter is None:
        return None
    wanted = all_calls(work, function)
    found = []
    for call, bound in calls_of(work.infer, function):
        given = _given(function, parameter, call, bound)
        caller = _caller(work, function, call, given, made, by_id=by_id) if given else None
        if caller is None or call not in wanted:
            return None
        found.append(caller)
    return found


def _caller(
    work: Work,
    function: Function,
    call: ast.Call,
    given: ast.expr,
    made: list[Site],
    *,
    by_id: bool,
) -> Caller | None:
    outer = work.tree.parents.get(call)
    awaited = isinstance(outer, ast.Await)
    above = work.tree.parents.get(outer) if awaited and outer is not None else outer
    if not isinstance(above, ast.Expr) or awaited is not isinstance(function, ast.AsyncFunctionDef):
        return None
    if not may_change(work, call):
        return None
    here = work.tree.function(call)
    run_id: ast.expr = given if by_id else ast.Attribute(given, "id", ast.Load())
    source = source_of(work, run_id)
    if not by_id and ast.dump(source) != ast.dump(run_id):
        again = is_fetched_otherwise(work, here, run_id, made)
        if not again and _is_read_behind(work, call, given):
            source = run_id
        elif not _is_read_behind(work, call, holder_of(source)):
            return None  # who has the id would never hear of the new response
    holder = holder_of(source)  # what has the id by which the run is fetched again
    if not _can_be_set(work, call, holder) or is_fetched_otherwise(work, here, source, made):
        return None
    return Caller(call, holder, holder is source)


def _is_read_behind(work: Work, call: ast.Call, holder: ast.expr) -> bool:
    """Whether what holds a run is read where it has the new response."""
    variable = work.variable_of(holder)
    if variable is None:
        return True
    inside = set(ast.walk(call))
    reads = (use for use in work.facts.scopes.reads(variable) if use not in inside)
    return any(may_follow(work.tree, call, use) for use in reads)


def _can_be_set(work: Work, call: ast.Call, holder: ast.expr) -> bool:
    """Whether the place that holds a run can be given another one where a call stands."""
    if isinstance(holder, ast.Attribute):
        return isinstance(holder.value, ast.Name)
    variable = work.variable_of(holder)
    if variable is None:
        return False
    if variable.scope is work.facts.scopes.scope_of(call):
        return True
    function = work.tree.function(call)
    return any(
        variable.name in node.names and work.tree.function(node) is function
        for node in work.tree.of(ast.Global, ast.Nonlocal)
    )


def _target(work: Work, holder: ast.expr) -> Callable[[Rendering], str]:
    variable = work.variable_of(holder)
    if variable is None:
        return lambda r: r.text(holder)
    return lambda r: name_of(r, variable)


def run_beside(work: Work, function: Function, run_id: Variable) -> Variable | None:
    """The parameter that has the run whose id another parameter has."""
    wanted = parameter_of(work, function, run_id)
    calls = list(calls_of(work.infer, function))
    for parameter in (*function.args.args, *function.args.kwonlyargs):
        run = work.facts.scopes.lookup(parameter.arg, run_id.scope)
        if (
            run is not None
            and parameter is not wanted
            and all(
                _is_same(work, _given(function, parameter, *call), _given(function, wanted, *call))
                for call in calls
            )
        ):
            return run
    return None


def _is_same(work: Work, run: ast.expr | None, run_id: ast.expr | None) -> bool:
    """Whether callers give a run and the id of the same one."""
    if run is None or run_id is None:
        return False
    if "run" not in {value_kind(t) for t in work.infer.of(run)}:
        return False
    own = source_of(work, ast.Attribute(run, "id", ast.Load()))
    return ast.dump(own) == ast.dump(source_of(work, run_id))


def parameter_of(work: Work, function: Function, variable: Variable) -> ast.arg | None:
    """The parameter of a function that a variable is."""
    bindings = work.facts.scopes.bindings(variable)
    found = [b.node for b in bindings if b.how is How.PARAMETER and isinstance(b.node, ast.arg)]
    return found[0] if len(found) == 1 and work.tree.function(found[0]) is function else None


def _given(
    function: Function, parameter: ast.arg | None, call: ast.Call, bound: bool
) -> ast.expr | None:
    """What a call gives for a parameter."""
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    found = [v for v in values if parameter_for(function, v, call, bound) is parameter]
    return found[0] if parameter is not None and found else None


def go_on(work: Work, function: Function, callers: list[Caller], *, whole: bool) -> None:
    """Plan that callers take what a function returns.

    Args:
        whole: whether that is the response, and not its id.
    """
    for caller in callers:
        changed = change(work, caller.call)
        changed.target = _target(work, caller.holder)
        changed.tail = ".id" if whole and caller.by_id else ""
        held = work.variable_of(caller.holder)
        if held is not None and not caller.by_id:
            keep_ids(work, work.tree.statement(caller.call), held, name_of)
    if not returns_nothing(work, function):
        return
    if function.returns is not None:
        made_of = (lambda r: r.imports.need(*_RESPONSE)) if whole else (lambda _: "str")
        work.replace(function.returns, made_of)
    what = "the response that goes on" if whole else "the id of the response that goes on"
    work.note(f"`{function.name}` returns {what} now")


__all__ = ["Caller", "callers_of", "go_on", "parameter_of", "run_beside"]
