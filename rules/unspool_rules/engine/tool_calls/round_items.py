"""The items of a run that took several responses: those of each round are kept as they come.

A run had its steps to the end; a response has the items of one round only.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.operations.tool_calls.named_rounds import ITEMS, of_name
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


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


def several(work: Work, makers: list[Site]) -> bool:
    """Whether some runs may take more than one response."""
    return tools(work).called or bool(submits_of(work, makers) or _approved(work, makers))


def approve(work: Work, site: Site) -> None:
    """Tell that the requests for approvals of a run are answered behind it."""
    work.once(_approved_runs).add(site)


def line_of(work: Work, r: Rendering, site: Site) -> str | None:
    """The list of items that the loop behind a run has to keep; None where nothing reads it."""
    return r.made(ITEMS, site) if site in work.once(_kept_runs) else None


def _approved(work: Work, makers: list[Site]) -> bool:
    return any(m in work.once(_approved_runs) for m in makers)


def _approved_runs(_: Work) -> set[Site]:
    return set()


def _kept_runs(_: Work) -> set[Site]:
    """Those behind which the list of the items is written."""
    return set()


def kept(
    work: Work, site: Site, run_id: ast.expr | None, makers: list[Site]
) -> Callable[[Rendering, str], str] | None:
    """The list of the items of all rounds at a place behind them; None where it is not certain.

    Returns:
        Writes the list, with what comes behind it.
    """
    if not (isinstance(run_id, ast.Attribute) and run_id.attr == "id"):
        return None
    holder = run_id.value
    submits = submits_of(work, makers)
    if not submits:
        return _of_process(work, site, holder, makers)
    name = of_name(work, site, run_id, submits)
    return (lambda r, end: name(r) + end) if name is not None else None


def _of_process(
    work: Work, site: Site, holder: ast.expr, makers: list[Site]
) -> Callable[[Rendering, str], str] | None:
    """The list that the loop behind a run keeps, which the SDK waited for."""
    if len(makers) != 1 or not several(work, makers) or not makers[0].operation.endswith("process"):
        return None
    maker, target = work.tree.statement(makers[0].anchor), work.binding_name(makers[0])
    if target is None or work.facts.scopes.variable(target) != work.variable_of(holder):
        return None
    if work.tree.function(maker) is not work.tree.function(site.anchor):
        return None
    if not precedes(work.tree, maker, site.anchor):
        return None
    work.once(_kept_runs).add(makers[0])
    return lambda r, end: r.made(ITEMS, makers[0]) + end
