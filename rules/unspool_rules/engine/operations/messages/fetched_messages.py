"""The output of a response that is only known by its id, which took the place of a run's."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import round_items
from unspool_rules.engine.tool_calls.made_with import GIVES_RUN
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

_NOTE = (
    "the messages of a run are those of one response now, and its id has to be given: a run with "
    "function calls is several responses, of which the last one answers"
)


def run_of_id(run_id: ast.expr) -> ast.expr | None:
    """The run of ``run.id``."""
    return run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else None


def may_fetch(work: Work, site: Site, run_id: ast.expr) -> bool:
    """Whether an id certainly is that of the one response, as far as is known of its run."""
    run = run_of_id(run_id)
    if work.foundry(site) or (run is not None and work.facts.origins(run)):
        return False
    made = creators(work, run_id)
    if not all(m.operation in GIVES_RUN and m in work.plan.sites for m in made):
        return False
    if not set(made).isdisjoint(in_background(work)):
        return False
    handed_in = any(s.operation in SUBMITS for s in work.facts.sites)
    return not handed_in and not _has_rounds(work) and not round_items.several(work, made)


def _has_rounds(work: Work) -> bool:
    """Whether migrated code hands in outputs of functions, or does not wait for responses."""
    outputs = any(n.value == "function_call_output" for n in work.tree.of(ast.Constant))
    return outputs or any(n.arg == "background" for n in work.tree.of(ast.keyword))


def fetched(work: Work, site: Site, run_id: ast.expr) -> Callable[[Rendering], str]:
    """Writes the output of the response with an id."""
    work.note(_NOTE)

    def write(r: Rendering) -> str:
        response = f"{r.openai(site)}.responses.retrieve({r.text(run_id)})"
        return f"(await {response}).output" if site.asynchronous else f"{response}.output"

    return write


__all__ = ["fetched", "may_fetch", "run_of_id"]
