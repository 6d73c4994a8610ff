"""Code that gives somebody objects in their old shape, one or each of a list."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, flat


def made_of(
    work: Work,
    node: ast.expr,
    make: Callable[[Rendering, str], Code],
    *,
    each: str | None,
    absent: bool = False,
) -> Writer:
    """What makes such objects of the new value of an expression.

    Args:
        make: writes the object that is made of what has a name.
        each: what one of a list is called; None where the expression holds no list.
        absent: whether there may be no object.
    """
    before = work.plan.replacements.get(node)

    def write(r: Rendering) -> Code:
        new = before(r) if before is not None else r._splice(node)
        if each is not None:
            name = r.inner(each, node)
            clauses = (Item(make(r, name)), Item(new, f"for {name} in "))
            return Brackets("", clauses, "[", "]", commas=False)
        text = str(new if isinstance(new, str) else flat(new))
        return f"{text} and {make(r, text)}" if absent else make(r, text)

    return write


__all__ = ["made_of"]
