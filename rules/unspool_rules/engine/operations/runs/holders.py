"""What holds a run in a function: its own name, and the names of its id."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How, Variable


def source_of(work: Work, run_id: ast.expr) -> ast.expr:
    """The expression of a run's id that others in the function are taken from.

    ``state.id`` of ``state = retrieve(run_id)`` is ``run_id``; where ``run_id = run.id``, that is
    ``run.id``.
    """
    seen: set[Variable] = set()
    while True:
        holder = holder_of(run_id)
        variable = work.variable_of(holder)
        if variable is None or variable in seen:
            return run_id
        seen.add(variable)
        given = _copied(work, variable) if holder is run_id else _fetched(work, variable)
        if given is None:
            return run_id
        run_id = given


def holder_of(run_id: ast.expr) -> ast.expr:
    """What has the id: ``run`` of ``run.id``, else the id itself."""
    return run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else run_id


def _copied(work: Work, variable: Variable) -> ast.expr | None:
    """``run.id`` of a name that is only set to that, beside the run's own name."""
    bindings = work.facts.scopes.bindings(variable)
    if len(bindings) != 1 or bindings[0].how is not How.ASSIGN or bindings[0].path:
        return None
    value = bindings[0].value
    holder = work.variable_of(holder_of(value)) if value is not None else None
    return value if holder is not None and holder.scope is variable.scope else None


def _fetched(work: Work, variable: Variable) -> ast.expr | None:
    """The id by which a run is always fetched that is fetched, and goes on, only."""
    given: dict[str, ast.expr] = {}
    for binding in work.facts.scopes.bindings(variable):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        run_id = site.arguments.get("run_id") if site is not None else None
        if site is None or run_id is None or binding.path:
            return None
        if site.operation in SUBMITS and work.variable_of(holder_of(run_id)) == variable:
            continue
        if site.operation not in POLLS:
            return None
        given[ast.dump(run_id)] = run_id
    return next(iter(given.values())) if len(given) == 1 else None


def is_fetched_otherwise(
    work: Work, function: ast.AST | None, run_id: ast.expr, made: list[Site]
) -> bool:
    """Whether a function fetches a run by what does not come from a certain id of it."""
    known = ast.dump(run_id)
    return any(
        site.operation in POLLS
        and work.tree.function(site.func) is function
        and (other := site.arguments.get("run_id")) is not None
        and any(maker in made for maker in creators(work, other))
        and ast.dump(source_of(work, other)) != known
        for site in work.facts.sites
    )


def _ids_kept(work: Work, run: Variable) -> Iterator[Variable]:
    """Names that keep a run's id."""
    for node in work.tree.of(ast.Assign):
        holder = holder_of(node.value)
        variable = work.variable_of(node.targets[0])
        if holder is node.value or variable is None or work.variable_of(holder) != run:
            continue
        if _copied(work, variable) is node.value:
            yield variable


def keep_ids(
    work: Work, statement: ast.stmt, run: Variable, name: Callable[[Rendering, Variable], str]
) -> None:
    """Let the names that keep a run's id follow the response that goes on."""

    def keep(variable: Variable, r: Rendering) -> None:
        r.lines.after(statement, f"{name(r, variable)} = {name(r, run)}.id")

    for variable in _ids_kept(work, run):
        work.plan.also.append((statement, partial(keep, variable)))


__all__ = ["holder_of", "is_fetched_otherwise", "keep_ids", "source_of"]
