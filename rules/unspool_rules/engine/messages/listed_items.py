"""An item of a listing that is written in place, with what is read of it."""

from __future__ import annotations

import ast
from dataclasses import replace

from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code

_INDEX = (ast.Constant, ast.UnaryOp)
_ITEMS = ("data", "messages")


def item_read(r: Rendering, item: ast.expr, tail: str) -> Code:
    """``messages.list(…).data[0]`` and a tail, with the new listing free to take several lines."""
    rest, listing = tail, item
    while isinstance(listing, ast.Subscript) and isinstance(listing.slice, _INDEX):
        ends = r.tree.span(listing.value).end, r.tree.span(listing).end
        rest, listing = r.tree.source[ends[0] : ends[1]] + rest, listing.value
    if isinstance(listing, ast.Attribute) and listing.attr in _ITEMS:
        if r.text(listing) == r.text(listing.value):
            listing = listing.value
    code = r.code(listing) if listing in r.replacements else ""
    if isinstance(code, Brackets) and "\n" not in rest:
        return replace(code, tail=code.tail + rest)
    return f"{r.operand(item)}{tail}"


__all__ = ["item_read"]
