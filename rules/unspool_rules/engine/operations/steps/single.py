"""One run step, fetched by the id that a listing in view gave: the item of the listing is it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.items import Steps
from unspool_rules.engine.work import Work

_UNSEEN = "a single run step cannot be fetched: look for its item by id"


def get(work: Work, site: Site) -> None:
    """``run_steps.get(..., step_id=step.id)``: the items of a response do not change any more."""
    step_id = work.take(site, "step_id")
    work.take(site, "thread_id")
    work.take(site, "run_id")
    step = step_id.value if isinstance(step_id, ast.Attribute) and step_id.attr == "id" else None
    makers = work.facts.origins(step) if step is not None else []
    known = bool(makers) and all(
        m.operation == "step.list" and m in work.plan.sites for m in makers
    )
    if step is None or not known or not _same_run(work, site, makers):
        work.block(site.anchor, _UNSEEN)
        return
    if "include" in site.arguments or work.transport(site):
        work.block(
            site.anchor,
            "`include` and options of the request have no place where the item of a listing is "
            "taken",
        )
        return
    outer = work.outer(site)
    work.claimed.update(n for n in ast.walk(outer) if isinstance(n, ast.expr) and n is not step)
    Steps(work, []).follow(outer, "step")
    work.replace(outer, lambda r: r.text(step))


def _same_run(work: Work, site: Site, makers: list[Site]) -> bool:
    """Whether the step is asked for in the run that it was listed for."""
    given = site.arguments.get("run_id")
    runs = [m.arguments.get("run_id") for m in makers]
    return given is not None and all(
        run is not None and ast.dump(run) == ast.dump(given) for run in runs
    )


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"step.get": get}
