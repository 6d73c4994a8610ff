"""What is set on an MCP tool, as arguments of its constructor."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.toolmodels.models import Field, plain
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item


@dataclass(frozen=True, slots=True)
class Header:
    """A header that is set on an MCP tool."""

    key: ast.expr
    value: ast.expr
    test: tuple[ast.expr, ...]
    """The condition that it is set under, if any."""


def headers_field(r: Rendering, headers: list[Header]) -> Code:
    """``headers=`` of a constructor: all of them, some on conditions."""
    items = []
    for header in headers:
        pair = Item(r.code(header.value), f"{r.text(header.key)}: ")
        if not header.test:
            items.append(pair)
            continue
        test = r.text(header.test[0])
        if len(headers) == 1:
            return Brackets("", (pair,), "{", "}", tail=f" if {test} else None")
        some = f"{{{pair.prefix}{r.text(header.value)}}}"
        items.append(Item(f"({some} if {test} else {{}})", "**"))
    return Brackets("", tuple(items), "{", "}")


def mode_field(value: ast.expr, test: tuple[ast.expr, ...]) -> Field:
    """``require_approval=`` of a constructor, on a condition if there is one."""
    if not test:
        return plain("require_approval", value)
    return (
        "require_approval",
        lambda r: f'{r.text(value)} if {r.text(test[0])} else "always"',
        value,
    )
