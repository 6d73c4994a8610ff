"""Messages of a run of which only the id is known: those of the response, fetched by that id."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.operations.messages.run_messages import at_hand
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import round_items
from unspool_rules.engine.tool_calls.made_with import GIVES_RUN
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, comprehension

_NOTE = (
    "the messages of a run are those of one response now, and its id has to be given: a run with "
    "function calls is several responses, of which the last one answers"
)


def messages_by_id(work: Work, site: Site, order: ast.expr | None, limit: ast.expr | None) -> bool:
    """``list(thread_id, run_id=run_id)`` of a run that is only known by its id.

    Returns:
        Whether it is planned; not where the run may have several responses as far as is known.
    """
    run_id = site.arguments.get("run_id")
    direction = work.string_value(order)
    if run_id is None or limit is not None or (order is not None and direction is None):
        return False
    if work.foundry(site) or set(site.arguments) - {"thread_id", "run_id", "order"}:
        return False
    holder = run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else None
    made = creators(work, run_id)
    if holder is not None and work.facts.origins(holder):
        return False
    if not all(m.operation in GIVES_RUN and m in work.plan.sites for m in made):
        return False
    if not set(made).isdisjoint(in_background(work)):
        return False
    if any(s.operation in SUBMITS for s in work.facts.sites) or round_items.several(work, made):
        return False
    wait = "await " if site.asynchronous else ""
    work.take(site, "run_id")
    work.note(_NOTE)

    def write(r: Rendering) -> Code:
        fetched = f"{r.openai(site)}.responses.retrieve({r.text(run_id)})"
        output = f"({wait}{fetched}).output" if wait else f"{fetched}.output"
        listed = output if direction == "asc" else f"reversed({output})"
        return comprehension("item", "for item in", listed, 'item.type == "message"')

    work.replace(work.outer(site), write)
    if site.asynchronous:
        at_hand(work, site)
    return True


__all__ = ["messages_by_id"]
