"""Listings of run steps: the output of the response that took the run's place."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.catalogue.steps import INCLUDES
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.steps.own_items import own_items
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.includes import VAGUE, included
from unspool_rules.engine.steps.items import Steps
from unspool_rules.engine.steps.made_steps import steps_of
from unspool_rules.engine.steps.shapes import shapes
from unspool_rules.engine.tool_calls import round_items
from unspool_rules.engine.tool_calls.made_with import GIVES_RUN
from unspool_rules.engine.waiting.carriers import carry
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, awaited, call, listing

_Output = Callable[[Rendering, str], Code]
"""Writes the list of items, with what comes behind it."""
_UNSEEN = "run steps are the items of the response's `output`, and its run is not in view"
_ROUNDS = (
    "the steps of a run with function calls lie in several responses: keep the items of each round"
)
_LAST = (
    "a run with function calls is several responses now, one a round: the items shown are those "
    "of the last one"
)
_NOTE = (
    "the items of a response stand for its steps: each tool call is an item of its own, other "
    "items such as `reasoning` stand between them, and their types have other names"
)


def list_(work: Work, site: Site) -> None:
    run_id = work.take(site, "run_id")
    thread = work.take(site, "thread_id")
    order = work.string_value(work.take(site, "order"))
    limit = work.take(site, "limit")
    include = work.take(site, "include")
    if order is None and "order" in site.arguments:
        work.block(site.anchor, _UNSEEN)
        return
    handed = _handed(work, site, run_id)
    makers, output = handed or _source(work, site, run_id)
    if output is None:
        work.block(site.anchor, _UNSEEN)
        return
    wanted = _wanted(work, include)
    if wanted is None or work.transport(site):
        work.block(include or site.anchor, "`include` names other things for a response")
        return
    work.note(_NOTE)
    first = [m for m in makers if m.operation not in (*POLLS, *SUBMITS)] or _made(work, run_id)
    steps = Steps(work, first)
    steps.include(*wanted)
    outer = work.outer(site)
    lazy = isinstance(work.tree.parents.get(outer), (ast.For, ast.AsyncFor, ast.comprehension))
    if site.asynchronous and not steps.sync_loops(site, outer):
        work.block(site.anchor, VAGUE)
        return
    old = not _follows(work, site, steps, order or "desc")
    if handed is not None:
        pass
    elif (name := round_items.kept(work, run_id, first)) is not None:
        output = _named(name)
    elif (own := own_items(work, site, run_id, first)) is not None:
        output = own
    elif _has_rounds(work, site, first, run_id):
        if steps.reads:
            work.block(site.anchor, _ROUNDS)
            return
        work.note(_LAST)

    def write(r: Rendering) -> Code:
        paged = shapes(work).paged if old else steps.paged
        part = f"[:{r.text(limit)}]" if limit is not None and paged else ""
        if old:
            items = output(r, "" if order == "asc" else "[::-1]")
            answered = thread is not None and shapes(work).answered
            given = [Item(items)]
            if thread is not None and answered:
                given.append(Item(_history(r, site, thread)))
            made = call(steps_of(r, answered=answered), given)
            return replace(made, tail=part)
        if lazy and order != "asc":
            return call("reversed", [Item(output(r, ""))])
        return output(r, part if order == "asc" else f"[::-1]{part}")

    work.replace(outer, write)


def _history(r: Rendering, site: Site, thread: ast.expr) -> Code:
    """The items of the conversation, among which are the outputs of functions."""
    items = call(f"{r.openai(site)}.conversations.items.list", [r.item("", r.code(thread), thread)])
    if not site.asynchronous:
        return items
    return Brackets("", (Item("item"), Item(items, "async for item in ")), "[", "]", commas=False)


def _follows(work: Work, site: Site, steps: Steps, order: str) -> bool:
    """Whether each read of the steps has a certain counterpart; else they have their old shape."""
    outer = work.outer(site)
    before, claimed = work.plan.snapshot(), set(work.claimed)
    steps.follow(outer, "steps")
    reasons = {message for _, message in work.plan.blockers.keys() - before["blockers"].keys()}
    if not reasons:
        return True
    inline, inline_claimed = work.plan.snapshot(), work.claimed
    work.plan.restore(before)
    work.claimed = claimed
    known = set(work.plan.blockers)
    shapes(work).begin(site, outer, steps.makers, order)
    for other in work.plan.sites:
        step_id = other.arguments.get("step_id")
        holder = step_id.value if isinstance(step_id, ast.Attribute) else step_id
        if holder is not None and site in work.facts.origins(holder):
            work.block(other.anchor, VAGUE)
    if VAGUE not in reasons and work.plan.blockers.keys() - known:
        shapes(work).drop(site)
        work.plan.restore(inline)
        work.claimed = inline_claimed
        return True
    steps.reads = True
    return False


def _source(work: Work, site: Site, run_id: ast.expr | None) -> tuple[list[Site], _Output | None]:
    """The calls that ask for the items, and how the list of them is written."""
    holder = run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else None
    makers = work.facts.origins(holder) if holder is not None else []
    if holder is not None and set(makers).isdisjoint(in_background(work)) and makers:
        known = all(m.operation in (*GIVES_RUN, *SUBMITS) and m in work.plan.sites for m in makers)
        return makers, (lambda r, end: f"{r.operand(holder)}.output{end}") if known else None
    if run_id is None:
        return [], None
    if work.foundry(site):
        return _carried(work, run_id)

    def fetched(r: Rendering, end: str) -> Code:
        assert site.call is not None
        asked = included(work, site)
        items = [r.item("", r.code(run_id), run_id)]
        items += [Item(listing(f'"{name}"' for name in asked), "include=")] if asked else []
        made = call(f"{r.openai(site)}.responses.retrieve", items, r.leftovers(site.call, [run_id]))
        if site.asynchronous:
            return awaited(made, f".output{end}")
        return Brackets(made.head, made.items, tail=f".output{end}", below=made.below)

    return [site], fetched


def _carried(work: Work, run_id: ast.expr) -> tuple[list[Site], _Output | None]:
    """The response that comes to a function in the place of the run's id."""
    makers = work.facts.origins(run_id)
    if not makers or not all(m.operation in GIVES_RUN and m in work.plan.sites for m in makers):
        return makers, None
    known = carry(work, run_id)
    return makers, (lambda r, end: f"{r.operand(run_id)}.output{end}") if known else None


def _handed(
    work: Work, site: Site, run_id: ast.expr | None
) -> tuple[list[Site], _Output | None] | None:
    found = round_items.handed(work, site, run_id)
    return (found[0], _named(found[1])) if found is not None else None


def _named(name: Callable[[Rendering], str]) -> _Output:
    return lambda r, end: name(r) + end


def _has_rounds(work: Work, site: Site, first: list[Site], run_id: ast.expr | None) -> bool:
    """Whether the run may have taken several responses, also where it is fetched by its id."""
    made = first if first != [site] else _made(work, run_id)
    unseen = not made and any(s.operation in SUBMITS for s in work.facts.sites)
    return unseen or round_items.several(work, made)


def _made(work: Work, run_id: ast.expr | None) -> list[Site]:
    """What made a run that was fetched since."""
    return creators(work, run_id) if run_id is not None else []


def _wanted(work: Work, include: ast.expr | None) -> list[str] | None:
    if include is None:
        return []
    values = (
        [work.string_value(e) for e in include.elts] if isinstance(include, ast.List) else [None]
    )
    found = [INCLUDES.get(v or "") for v in values]
    return [f for f in found if f is not None] if None not in found else None


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"step.list": list_}
