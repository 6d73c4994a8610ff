"""The items of all rounds of a run that has a name: a list takes those of each response.

What makes the run begins the list, and whatever hands in outputs adds to it, so it has at each
place what the run had come to there.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.operations.runs.holders import holder_of, source_of
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.tool_calls.rounds import creators, rounds
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.made_with import CREATES
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How, Variable

ITEMS = "items"


def submits_of(work: Work, makers: list[Site]) -> list[Site]:
    """The submissions by which some runs may go on, after their first response."""
    found = []
    for site in work.plan.sites:
        if site.operation.startswith("run.submit"):
            run_id = site.arguments.get("run_id")
            made = creators(work, run_id) if run_id is not None else []
            if not made or any(m in makers for m in made):
                found.append(site)
    return found


def of_name(work: Work, holder: ast.expr) -> Callable[[Rendering], str] | None:
    """The list of the items of a run; None where it is not certain which they are.

    Args:
        work: the plan of the component.
        holder: the run, where the list is read.

    Returns:
        Writes the list's name.
    """
    made = creators(work, holder)
    run = _name_of_all(work, made)
    name_there = work.variable_of(holder)
    if run is None or name_there is None or in_background(work):
        return None
    made = sorted({*made, *_makers_of(work, run)}, key=lambda m: work.tree.span(m.func).start)
    if _name_of_all(work, made) != run:
        return None
    submits = submits_of(work, made)
    if not all(_is_here(work, one, holder) for one in (*made, *submits)):
        return None
    if any(s.operation not in SUBMITS or not _is_plain(work, s) for s in submits):
        return None
    if not _has_only(work, run, run, made):
        return None
    if name_there != run and not (
        len(made) == 1
        and _has_only(work, name_there, run, [])
        and _is_set_between(work, name_there, holder)
    ):
        return None
    first = made[0]

    def name(r: Rendering) -> str:
        return r.made(ITEMS, first)

    if first not in work.once(_kept):
        work.once(_kept).update(made)
        for one in made:
            _put_behind(work, one, lambda r: f"{name(r)} = list({name_of(r, run)}.output)")
        for one in submits:
            _add(work, one, lambda r: f"{name(r)} += {name_of(r, run)}.output")
    return name


def _kept(_: Work) -> set[Site]:
    """What makes the runs whose items are kept already."""
    return set()


def _add(work: Work, submit: Site, line: Callable[[Rendering], str]) -> None:
    loop = rounds(work, submit)
    if loop is not None and loop.body:
        loop.keep(line)
    else:
        _put_behind(work, submit, line)


def _put_behind(work: Work, site: Site, line: Callable[[Rendering], str]) -> None:
    statement = work.tree.statement(site.func)
    work.plan.also.append((statement, lambda r: r.lines.after(statement, line(r))))


def _name_of_all(work: Work, made: list[Site]) -> Variable | None:
    """The one name of its function that all that makes the run is assigned to."""
    found: set[Variable | None] = set()
    for one in made:
        name = work.binding_name(one)
        assigned = isinstance(work.tree.parents.get(work.outer(one)), (ast.Assign, ast.AnnAssign))
        if one.operation not in CREATES or streams(one) or not assigned or one.thread is not None:
            return None
        found.add(work.facts.scopes.variable(name) if name is not None else None)
    return found.pop() if len(found) == 1 else None


def _makers_of(work: Work, run: Variable) -> list[Site]:
    """All runs that are made under a name: the list is that of the run which the name has."""
    found = []
    for binding in work.facts.scopes.bindings(run):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        if site is not None and site.operation in CREATES:
            found.append(site)
    return found


def _is_here(work: Work, one: Site, place: ast.expr) -> bool:
    """Whether a call stands in the function of a place, in a statement of its own."""
    tree = work.tree
    same = tree.function(one.func) is tree.function(place)
    return same and one in work.plan.sites and work.alone(tree.statement(one.func))


def _is_plain(work: Work, submit: Site) -> bool:
    """Whether the response that goes on is just assigned, or the statement is nothing but this."""
    parent = work.tree.parents.get(work.outer(submit))
    return isinstance(parent, (ast.Assign, ast.AnnAssign, ast.Expr))


def _has_only(work: Work, name: Variable, run: Variable, made: list[Site]) -> bool:
    """Whether a name is only given what makes the run, or the run as it is by then."""
    for binding in work.facts.scopes.bindings(name):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        if isinstance(value, ast.Constant) and value.value is None and not binding.path:
            continue
        if not isinstance(value, ast.Call) or binding.path or binding.how is not How.ASSIGN:
            return False
        site = work.facts.by_call.get(value)
        if site is None:
            if _gives_back(work, value, {run, name}):
                continue
            return False
        if site in made:
            continue
        run_id = site.arguments.get("run_id")
        if site.operation not in (*POLLS, *SUBMITS) or run_id is None:
            return False
        if work.variable_of(holder_of(source_of(work, run_id))) not in (run, name):
            return False
    return True


def _gives_back(work: Work, call: ast.Call, names: set[Variable]) -> bool:
    """``run = wait(run)``: a function that is given the run, and no other, and gives it back."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    made = creators(work, call)
    runs = [holder_of(value) for value in given if creators(work, holder_of(value))]
    return bool(made and runs) and all(
        work.variable_of(one) in names and set(made) <= set(creators(work, one)) for one in runs
    )


def _is_set_between(work: Work, name: Variable, place: ast.expr) -> bool:
    """Whether another name of the run is given it before a place, whatever way leads there."""
    return any(
        precedes(work.tree, work.tree.statement(binding.node), place)
        for binding in work.facts.scopes.bindings(name)
        if isinstance(binding.node, ast.expr)
    )


__all__ = ["ITEMS", "of_name", "submits_of"]
