"""``messages.list(before=message.id)``: what stands before a message in the listing.

Items are listed with ``after`` only, so the listing is read up to that message.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.flow.absent import is_plain, may_be_left_out
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call

_NAME = "the id that the listing ends at is needed for each item: give it a name first"
_NOTE = (
    "items are listed with `after` only: the listing is read up to the message of `before`, and "
    "a page is the start of it; which page the service gave of more messages is not documented"
)


def cursor(work: Work, site: Site, take: Callable[[str], ast.expr | None]) -> ast.expr | None:
    """The id that a listing ends at; None, where it ends at none, or with a blocker.

    Args:
        take: takes an argument that has the id of an item.
    """
    before = site.arguments.get("before")
    if before is None or is_missing(before):
        return None
    if may_be_left_out(work, before) or not is_plain(before):
        work.block(before, _NAME)
        return None
    found = take("before")
    if found is not None:
        work.note(_NOTE)
    return found


def up_to(r: Rendering, listed: Code, before: ast.expr, tail: str) -> Code:
    """``list(takewhile(lambda item: item.id != before, …))[:limit]``."""
    item = r.inner("item", before)
    taken = r.imports.need("itertools", "takewhile")
    ends = Item(f"lambda {item}: {item}.id != {r.text(before)}")
    return Brackets("list", (Item(call(taken, [ends, Item(listed)])),), tail=tail)


__all__ = ["cursor", "up_to"]
