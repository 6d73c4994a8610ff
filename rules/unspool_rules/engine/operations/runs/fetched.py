"""The first statement of a loop that fetches a run by an id."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.layout import Brackets


@dataclass(frozen=True, slots=True)
class Fetch:
    """``run = retrieve(run_id)`` in a loop, where the run is not known before."""

    site: Site
    statement: ast.stmt
    run: Variable
    run_id: ast.Name
    loop: ast.While | ast.For

    def plan(self, work: Work) -> None:
        """The response is fetched as it is."""
        site, call = self.site, self.site.call
        assert call is not None
        extra = [(key, value) for key, value in work.transport(site)]
        work.replace(
            call,
            lambda r: Brackets(
                f"{r.openai(site)}.responses.retrieve",
                (
                    r.item("", r.code(self.run_id), self.run_id),
                    *(r.item(f"{key}=", r.code(value), value) for key, value in extra),
                ),
                below=r.leftovers(call, (self.run_id, *(value for _, value in extra))),
            ),
        )
        work.plan.renames[self.run] = ("run", "response")
        name = self.run_id.id
        work.note(
            f"the run of `{name}` goes on as another response: who fetches it by that id again "
            "gets the first one"
        )


def first_fetch(work: Work, site: Site, run_id: ast.expr) -> Fetch | None:
    """What fetches the run that a submission is about, in the loop around it.

    None where the id is read again behind the loop: it would be that of the first response.
    """
    for loop in work.tree.ancestors(site.func):
        if not isinstance(loop, (ast.While, ast.For)):
            continue
        for statement in loop.body:
            fetch = _fetch(work, statement, loop)
            if fetch is not None:
                same = ast.dump(run_id) == ast.dump(fetch.run_id) or _is_of(work, run_id, fetch.run)
                return fetch if same and not _is_read_behind(work, fetch) else None
            if not (pauses.sleeps(statement) or _speaks(statement, site)):
                break
    return None


def _speaks(statement: ast.stmt, site: Site) -> bool:
    return pauses.speaks(statement) and all(node is not site.call for node in ast.walk(statement))


def _fetch(work: Work, statement: ast.stmt, loop: ast.While | ast.For) -> Fetch | None:
    for site in work.plan.sites:
        if site.operation != "run.get" or work.tree.statement(site.func) is not statement:
            continue
        name, run_id = work.binding_name(site), site.arguments.get("run_id")
        variable = work.facts.scopes.variable(name) if name is not None else None
        if variable is not None and isinstance(run_id, ast.Name) and work.alone(statement):
            work.take(site, "thread_id", "run_id")
            work.take(site, "run_id")
            return Fetch(site, statement, variable, run_id, loop)
    return None


def _is_of(work: Work, run_id: ast.expr, run: Variable) -> bool:
    return (
        isinstance(run_id, ast.Attribute)
        and run_id.attr == "id"
        and work.variable_of(run_id.value) == run
    )


def _is_read_behind(work: Work, fetch: Fetch) -> bool:
    variable = work.variable_of(fetch.run_id)
    end = work.tree.span(fetch.loop).end
    uses = work.facts.scopes.reads(variable) if variable is not None else ()
    around = {a for a in work.tree.ancestors(fetch.loop) if isinstance(a, (ast.While, ast.For))}
    return variable is None or any(
        work.tree.span(use).start > end or not around.isdisjoint(work.tree.ancestors(use))
        for use in uses
        if fetch.loop not in work.tree.ancestors(use)
    )
