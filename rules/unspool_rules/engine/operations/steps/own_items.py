"""The items of a run that an object keeps, of all its rounds: the object keeps these, too."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.flow.own_objects import new_attribute, self_of
from unspool_rules.engine.operations.runs.own_runs import is_assigned, own_holder
from unspool_rules.engine.operations.tool_calls.named_rounds import submits_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def own_items(
    work: Work, site: Site, run_id: ast.expr | None, makers: list[Site]
) -> Callable[[Rendering, str], str] | None:
    """The list of the items of all rounds of ``self.run``; None where it is not certain.

    Returns:
        Writes the list, with what comes behind it.
    """
    holder = own_holder(work, site, run_id, makers) if run_id is not None else None
    if holder is None or holder is run_id:
        return None
    submits = submits_of(work, makers)
    if not submits or not all(_keeps(work, s, holder) for s in makers):
        return None
    if not all(_goes_on(work, s, holder, makers) for s in submits):
        return None
    name = new_attribute(work.facts, site.func, f"{holder.attr}_output", f"{holder.attr}_items")
    if name is None:
        return None
    for one in makers:
        _add(work, one, f"{{0}}.{name} = list({{0}}.{holder.attr}.output)")
    for one in submits:
        _add(work, one, f"{{0}}.{name} += {{0}}.{holder.attr}.output")
    return lambda r, end: f"{self_of(work.tree, site.func)}.{name}{end}"


def _add(work: Work, site: Site, line: str) -> None:
    statement = work.tree.statement(site.func)
    text = line.format(self_of(work.tree, statement))
    work.plan.also.append((statement, lambda r: r.lines.after(statement, text)))


def _keeps(work: Work, site: Site, holder: ast.Attribute) -> bool:
    """Whether the statement of a call puts its result into the attribute, and does nothing else."""
    return is_assigned(work, work.outer(site), holder) and work.alone(
        work.tree.statement(site.func)
    )


def _goes_on(work: Work, site: Site, holder: ast.Attribute, makers: list[Site]) -> bool:
    """Whether a submission leaves its response in the attribute."""
    run_id = site.arguments.get("run_id")
    own = own_holder(work, site, run_id, makers) if run_id is not None else None
    if site.operation not in SUBMITS or own is None or own is run_id or own.attr != holder.attr:
        return False
    alone = isinstance(work.tree.parents.get(work.outer(site)), ast.Expr)
    return _keeps(work, site, holder) or (alone and work.alone(work.tree.statement(site.func)))


__all__ = ["own_items"]
