"""Functions that hand in outputs for a run of their callers: they hand the new response back.

A run is the same object of the service all along. The response that goes on with outputs is
another one, so a function that is given a run, and returns nothing, returns it, and its callers go
on with that.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from unspool_rules.engine.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.calls import name_of
from unspool_rules.engine.changed_calls import change, may_change
from unspool_rules.engine.facts import Site
from unspool_rules.engine.loops import POLLS
from unspool_rules.engine.operations.run_holders import (
    holder_of,
    is_fetched_otherwise,
    keep_ids,
    source_of,
)
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.stale_reads import stale_reads
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.scopes import How, Variable

_SUBMITS = ("run.submit", "run.submit_poll")
_SHOWING = frozenset({"print", "debug", "info", "warning", "error", "exception", "log"})
_RESPONSE = ("openai.types.responses", "Response")


@dataclass(frozen=True, slots=True)
class Place:
    """What stands before and behind the call that makes the new response."""

    head: Callable[[Rendering], str]
    tail: str = ""
    node: ast.stmt | None = None
    """The statement that the call takes the place of, where it is more than the call."""


@dataclass(frozen=True, slots=True)
class _Caller:
    """A call of the function, and what holds the run there."""

    call: ast.Call
    holder: ast.expr
    by_id: bool
    """Whether the holder is the run's id."""


def hand_back(work: Work, site: Site, run_id: ast.expr, made: list[Site]) -> Place | None:
    """Plan that the function of a submission returns the response that goes on.

    Returns:
        None, with nothing planned, where its callers cannot take it.
    """
    function = work.tree.function(site.func)
    by_id = isinstance(run_id, ast.Name)
    variable = work.variable_of(holder_of(run_id))
    if not isinstance(function, FUNCTIONS) or variable is None:
        return None
    if is_fetched_otherwise(work, function, run_id, made):
        return None
    callers = _callers(work, function, variable, made, by_id=by_id)
    if not callers or (work.foundry(site) and any(caller.by_id for caller in callers)):
        return None  # a response is not fetched by its id there
    whole = not by_id or not all(caller.by_id for caller in callers)
    place = _place(work, site, function, variable, by_id=by_id, whole=whole)
    if place is None:
        return None
    taken = {caller.call for caller in callers}
    if any(True for _ in stale_reads(work.facts, site, made, taken)):
        return None
    for caller in callers:
        changed = change(work, caller.call)
        changed.target = _target(work, caller.holder)
        changed.tail = ".id" if whole and caller.by_id else ""
        held = work.variable_of(caller.holder)
        if held is not None and not caller.by_id:
            keep_ids(work, work.tree.statement(caller.call), held, name_of)
    if function.returns is not None:
        made_of = (lambda r: r.imports.need(*_RESPONSE)) if whole else (lambda _: "str")
        work.replace(function.returns, made_of)
    what = "the response that goes on" if whole else "the id of the response that goes on"
    work.note(f"`{function.name}` returns {what} now")
    return place


def renew(work: Work, site: Site, run_id: ast.expr, made: list[Site]) -> Place | None:
    """Plan that what holds the run's id gets that of the response that goes on.

    Returns:
        None where that is no parameter and no attribute, or where the id is copied from it.
    """
    statement = work.tree.statement(site.func)
    if not isinstance(statement, ast.Expr) or work.outer(site) is not statement.value:
        return None
    if work.foundry(site):
        return None
    if is_fetched_otherwise(work, work.tree.function(site.func), run_id, made):
        return None
    if isinstance(run_id, ast.Name):
        variable = work.variable_of(run_id)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else []
        if variable is None or not any(b.how is How.PARAMETER for b in bindings):
            return None
        if variable.scope is not work.facts.scopes.scope_of(site.func):
            return None
        if not _is_fetched_again(work, site, variable):
            return None
        uses: list[ast.expr] = list(work.facts.scopes.reads(variable))
    elif isinstance(run_id, ast.Attribute) and run_id.attr != "id":
        if not isinstance(run_id.value, ast.Name):
            return None
        named = (n for n in work.tree.of(ast.Attribute) if n.attr == run_id.attr)
        uses = [n for n in named if isinstance(n.ctx, ast.Load)]
    else:
        return None
    if any(is_copied(work, use) for use in uses):
        return None
    if any(True for _ in stale_reads(work.facts, site, made)):
        return None
    return Place(lambda r: f"{r.text(run_id)} = ", ".id")


def _is_fetched_again(work: Work, site: Site, variable: Variable) -> bool:
    """Whether a loop around the submission fetches the run by the same name."""
    loops = {a for a in work.tree.ancestors(site.func) if isinstance(a, (ast.While, ast.For))}
    return any(
        poll.operation in POLLS
        and work.variable_of(source_of(work, poll.arguments.get("run_id", poll.func))) == variable
        and not loops.isdisjoint(work.tree.ancestors(poll.func))
        for poll in work.plan.sites
    )


def is_copied(work: Work, use: ast.expr) -> bool:
    """Whether something else than a test or a call of the SDK gets a run, or its id."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call):
        return work.facts.by_call.get(parent) is None and last_name(parent.func) not in _SHOWING
    return not isinstance(
        parent, (ast.If, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.FormattedValue)
    )


# -- callers ---------------------------------------------------------------------------------------


def _callers(
    work: Work, function: Function, variable: Variable, made: list[Site], *, by_id: bool
) -> list[_Caller] | None:
    """All calls of the function; None where one of them cannot take a result."""
    bindings = work.facts.scopes.bindings(variable)
    parameters = [b.node for b in bindings if b.how is How.PARAMETER]
    if len(parameters) != 1 or work.tree.function(parameters[0]) is not function:
        return None
    wanted = all_calls(work, function)
    found = []
    for call, bound in calls_of(work.infer, function):
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        given = [v for v in values if parameter_for(function, v, call, bound) is parameters[0]]
        caller = _caller(work, function, call, given[0], made, by_id=by_id) if given else None
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
) -> _Caller | None:
    outer = work.tree.parents.get(call)
    awaited = isinstance(outer, ast.Await)
    above = work.tree.parents.get(outer) if awaited and outer is not None else outer
    if not isinstance(above, ast.Expr) or awaited is not isinstance(function, ast.AsyncFunctionDef):
        return None
    run_id = source_of(work, given) if by_id else given
    holder = holder_of(run_id) if by_id else given
    if not _can_be_set(work, call, holder) or not may_change(work, call):
        return None
    if not by_id:
        run_id = ast.Attribute(given, "id", ast.Load())
    if is_fetched_otherwise(work, work.tree.function(call), run_id, made):
        return None
    if not by_id and ast.dump(source_of(work, run_id)) != ast.dump(run_id):
        if not _is_read_behind(work, call, holder):
            return None  # who has the id would never hear of the new response
    return _Caller(call, holder, holder is run_id)


def _is_read_behind(work: Work, call: ast.Call, holder: ast.expr) -> bool:
    """Whether what holds a run is read where it has the new response."""
    variable, tree = work.variable_of(holder), work.tree
    if variable is None:
        return True
    reads = [set(tree.ancestors(use)) for use in work.facts.scopes.reads(variable)]
    node: ast.AST = tree.statement(call)
    while not isinstance(node, (*FUNCTIONS, ast.Module)):
        if isinstance(node, ast.stmt):
            block = tree.block_of(node)
            rest = block[block.index(node) + 1 :]
            if any(not above.isdisjoint(rest) for above in reads):
                return True
            if rest and isinstance(rest[-1], (ast.Return, ast.Raise)):
                return False
        node = tree.parents[node]
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            if any(node in above for above in reads):
                return True
    return False


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


# -- the function ----------------------------------------------------------------------------------


def _place(
    work: Work, site: Site, function: Function, variable: Variable, *, by_id: bool, whole: bool
) -> Place | None:
    """How the new response leaves the function."""
    if not _returns_nothing(work, function):
        return None
    statement = work.tree.statement(site.func)
    outer = work.outer(site)
    alone = sum(s.operation in _SUBMITS for s in _own_sites(work, function)) == 1
    last = alone and _is_last(work, statement, function)
    mixed = by_id and whole  # the parameter is an id, and callers want the response itself
    early = list(_bare_returns(work, function))
    if mixed and (early or not last):
        return None
    if isinstance(statement, ast.Expr) and work.tree.parents.get(outer) is statement:
        if last:
            _go_back(work, early, lambda r: name_of(r, variable))
            return Place(lambda _: "return ", "" if whole else ".id")
        _end(work, function, early, lambda r: name_of(r, variable))
        return Place(lambda r: f"{name_of(r, variable)} = ", ".id" if by_id else "")
    name = work.binding_name(site)
    kept = work.facts.scopes.variable(name) if name is not None else None
    if kept is None or kept.scope is not work.facts.scopes.scope_of(site.func):
        return None
    if kept == variable and not by_id:
        _end(work, function, early, lambda r: name_of(r, variable))
        return Place(lambda _: "")
    if not last or early:
        return None
    tail = "" if whole else ".id"
    work.plan.also.append(
        (statement, lambda r: r.lines.after(statement, f"return {name_of(r, kept)}{tail}"))
    )
    return Place(lambda _: "")


def _own_sites(work: Work, function: Function) -> Iterator[Site]:
    return (s for s in work.plan.sites if work.tree.function(s.func) is function)


def _returns_nothing(work: Work, function: Function) -> bool:
    said = function.returns
    if said is not None and not (isinstance(said, ast.Constant) and said.value is None):
        return False
    for node in ast.walk(function):
        if work.tree.function(node) is not function:
            continue
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return False
        if isinstance(node, ast.Return) and not _is_bare(node):
            return False
    return True


def _is_bare(node: ast.Return) -> bool:
    return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)


def _bare_returns(work: Work, function: Function) -> Iterator[ast.Return]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and work.tree.function(node) is function:
            yield node


def _is_last(work: Work, statement: ast.stmt, function: Function) -> bool:
    """Whether the function always comes to the statement, if it comes to its end, and ends so."""
    child: ast.AST = statement
    while True:
        parent = work.tree.parents[child]
        if parent is function:
            return child is function.body[-1]
        if isinstance(parent, (ast.With, ast.AsyncWith)):
            if child is not parent.body[-1]:
                return False
        elif isinstance(parent, ast.Try):
            leave = all(isinstance(handler.body[-1], ast.Raise) for handler in parent.handlers)
            if child is not parent.body[-1] or parent.orelse or parent.finalbody or not leave:
                return False
        else:
            return False
        child = parent


def _go_back(work: Work, early: list[ast.Return], run: Callable[[Rendering], str]) -> None:
    """Where the function ends without handing anything in, the run is as it was."""
    for node in early:
        work.replace(node, lambda r: f"return {run(r)}")


def _end(
    work: Work, function: Function, early: list[ast.Return], run: Callable[[Rendering], str]
) -> None:
    _go_back(work, early, run)
    last = function.body[-1]
    if not isinstance(last, (ast.Return, ast.Raise)):
        work.plan.also.append((last, lambda r: r.lines.after(last, f"return {run(r)}")))


__all__ = ["Place", "hand_back", "is_copied", "renew"]
