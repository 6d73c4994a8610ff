"""Functions that hand in outputs for a run of their callers: they hand the new response back.

A run is the same object of the service all along. The response that goes on with outputs is
another one, so a function that is given a run, and returns nothing, returns it, and its callers go
on with that.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.flow.callers import FUNCTIONS, Function
from unspool_rules.engine.operations.agents.cell_calls import is_run_again, show
from unspool_rules.engine.operations.runs.callers import callers_of, go_on, run_beside
from unspool_rules.engine.operations.runs.callers_ids import kept_first_id
from unspool_rules.engine.operations.runs.fetched_anew import is_fetched_anew
from unspool_rules.engine.operations.runs.holders import (
    holder_of,
    is_fetched_otherwise,
    source_of,
)
from unspool_rules.engine.operations.runs.returns import (
    bare_returns,
    end,
    go_back,
    returns_it,
    returns_nothing,
)
from unspool_rules.engine.operations.tool_calls.handed_up import Level, hand_on, levels_above
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.stale_reads import Stale, stale_holders, stale_reads
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.waiting.carriers import named as carried
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

_SHOWING = frozenset({"print", "debug", "info", "warning", "error", "exception", "log"})


@dataclass(frozen=True, slots=True)
class Place:
    """What stands before and behind the call that makes the new response."""

    head: Callable[[Rendering], str]
    tail: str = ""
    node: ast.stmt | None = None
    """The statement that the call takes the place of, where it is more than the call."""


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
    returned = returns_it(work, function, site)
    callers = callers_of(work, function, variable, made, by_id=by_id)
    if returned:
        stale = list(stale_holders(work.facts, site, made))
        again = bool(stale) or is_run_again(work, callers or [])
        if not again or not all(_is_id(work, s.use) or _is_new(work, s) for s in stale):
            return None  # nobody goes on, or with what the run was before
    if not callers or (work.foundry(site) and any(caller.by_id for caller in callers)):
        return None  # a response is not fetched by its id there
    whole = returned or not by_id or not all(caller.by_id for caller in callers)
    taken = {caller.call for caller in callers}
    above: list[Level] = []
    if any(True for _ in stale_reads(work.facts, site, made, taken)):
        above = levels_above(work, function, callers, made)
        taken |= {caller.call for level in above for caller in level.callers}
        if not above or any(True for _ in stale_reads(work.facts, site, made, taken)):
            return None
    names = [(c, work.variable_of(c.holder)) for c in callers]
    if any(name and kept_first_id(work, c.call, c.holder, [name]) for c, name in names):
        return None
    place = Place(lambda _: "")
    if not returned:
        changed = _place(work, site, function, variable, by_id=by_id, whole=whole)
        if changed is None:
            return None
        place = changed
    go_on(work, function, callers, whole=whole)
    if returned:
        show(work, callers)
    for level in above:
        hand_on(work, level)
    return place


def _is_new(work: Work, stale: Stale) -> bool:
    return is_fetched_anew(work, stale.call, stale.use)


def _is_id(work: Work, use: ast.expr) -> bool:
    """Whether a read of a run, or of its id, is one of the id."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Attribute):
        return parent.attr == "id"
    return "run" not in {value_kind(t) for t in work.infer.of(use)}


def renew(work: Work, site: Site, run_id: ast.expr, made: list[Site]) -> Place | None:
    """Plan that what holds the run's id gets that of the response that goes on.

    Returns:
        None where that is no parameter and no attribute, or where the id is copied from it.
    """
    statement = work.tree.statement(site.func)
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    bare = isinstance(statement, ast.Expr) and parent is statement
    name = work.binding_name(site)
    if not bare and (parent is not statement or name is None):
        return None
    if is_fetched_otherwise(work, work.tree.function(site.func), run_id, made):
        return None
    variable = work.variable_of(run_id) if isinstance(run_id, ast.Name) else None
    if isinstance(run_id, ast.Name):
        bindings = work.facts.scopes.bindings(variable) if variable is not None else []
        if variable is None or not any(b.how is How.PARAMETER for b in bindings):
            return None
        if variable.scope is not work.facts.scopes.scope_of(site.func):
            return None
        if not _is_fetched_again(work, site, variable):
            return None
        uses: list[ast.expr] = list(work.facts.scopes.reads(variable))
    elif isinstance(run_id, ast.Attribute) and run_id.attr != "id" and bare:
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
    whole = variable is not None and variable in work.plan.carriers
    if work.foundry(site) and not whole:
        return None
    tail = "" if whole else ".id"

    def holder(r: Rendering) -> str:
        return carried(work, r, variable) if whole and variable is not None else r.text(run_id)

    if bare or name is None:
        return Place(lambda r: f"{holder(r)} = ", tail)
    new = work.facts.scopes.variable(name)
    if new is None or not work.alone(statement):
        return None
    work.plan.also.append(
        (statement, lambda r: r.lines.after(statement, f"{holder(r)} = {name_of(r, new)}{tail}"))
    )
    return Place(lambda _: "")


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


# -- the function ----------------------------------------------------------------------------------


def _place(
    work: Work, site: Site, function: Function, variable: Variable, *, by_id: bool, whole: bool
) -> Place | None:
    """How the new response leaves the function."""
    if not returns_nothing(work, function):
        return None
    statement = work.tree.statement(site.func)
    outer = work.outer(site)
    alone = sum(s.operation in SUBMITS for s in _own_sites(work, function)) == 1
    last = alone and _is_last(work, statement, function)
    mixed = by_id and whole  # the parameter is an id, and callers want the response itself
    early = list(bare_returns(work, function))
    if mixed and (early or not last):
        run = run_beside(work, function, variable)
        if run is None:
            return None
        variable, by_id = run, False
    if isinstance(statement, ast.Expr) and work.tree.parents.get(outer) is statement:
        if last:
            go_back(work, early, lambda r: name_of(r, variable))
            return Place(lambda _: "return ", "" if whole else ".id")
        end(work, function, early, lambda r: name_of(r, variable))
        return Place(lambda r: f"{name_of(r, variable)} = ", ".id" if by_id else "")
    name = work.binding_name(site)
    kept = work.facts.scopes.variable(name) if name is not None else None
    if kept is None or kept.scope is not work.facts.scopes.scope_of(site.func):
        return None
    if kept == variable and not by_id:
        end(work, function, early, lambda r: name_of(r, variable))
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


__all__ = ["Place", "hand_back", "is_copied", "renew"]
