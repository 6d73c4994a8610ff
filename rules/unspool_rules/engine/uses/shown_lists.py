"""Listings that are lists now and go to a function that only shows: it shows one item at a time.

``show_json(messages)``, where ``show_json`` prints the dump of what it is given, is a loop.
"""

from __future__ import annotations

import ast
from functools import partial

from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.uses.pages import stays_page
from unspool_rules.engine.uses.shown import shown_by
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import Inst


def shown_by_item(work: Work, base: ast.expr) -> bool:
    """Plan that a function which shows its parameter gets the items; False where it cannot be."""
    function = work.tree.function(base)
    if not isinstance(function, ast.FunctionDef) or not shown_by(work, base):
        return False
    shown: dict[ast.stmt, ast.expr] = {}
    for call, _ in calls_of(work.infer, function):
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        if not any(_is_list(work, value) for value in given):
            continue
        statement = work.tree.parents.get(call)
        if len(given) != 1 or not isinstance(statement, ast.Expr) or not work.alone(statement):
            return False
        if {value_kind(t) for t in work.infer.of(given[0])} != {"page"}:
            return False
        shown[statement] = given[0]
    for statement, value in shown.items():
        work.plan.rewritten[statement] = partial(_lines, statement, value)
    if shown:
        work.note("what is shown of a listing is its new items")
    return bool(shown)


def _is_list(work: Work, value: ast.expr) -> bool:
    """Whether a value is a listing of this plan that is no page any more."""
    pages = [t for t in work.infer.of(value) if isinstance(t, Inst) and value_kind(t) == "page"]
    sites = [work.facts.by_call.get(t.site) for t in pages if t.site is not None]
    return any(s in work.plan.sites for s in sites) and not stays_page(work, value)


def _lines(statement: ast.stmt, value: ast.expr, r: Rendering) -> list[str]:
    place = r.tree.function(statement) or r.tree.module_of(statement)
    name = r.made_at("item", place)
    with r.spelled({value: name}):
        shown = r.dedented(statement)
    return [f"for {name} in {r.text(value)}:", *("    " + line for line in shown)]
