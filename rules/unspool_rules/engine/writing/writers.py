"""Writers of new code that is no more than a text, or another expression of the file."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from unspool_rules.engine.plan import Writer

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


def said(text: str) -> Writer:
    """A text as it is."""
    return lambda _: text


def quoted(text: str) -> Writer:
    """A string literal."""
    return lambda _: f'"{text}"'


def imported(module: str, name: str) -> Writer:
    """A name that a module has, which is imported if need be."""
    return lambda r: r.imports.need(module, name)


def text_of(node: ast.expr) -> Writer:
    """The new form of an expression, on as few lines as it can stand on."""
    return lambda r: r.text(node)


def code_of(node: ast.expr) -> Writer:
    """The new form of an expression."""
    return lambda r: r.code(node)


def attribute_of(node: ast.expr, name: str) -> Writer:
    """An attribute of the new form of an expression."""
    return lambda r: f"{r.operand(node)}.{name}"


def line_after(statement: ast.stmt, line: str) -> Callable[[Rendering], None]:
    """A line of its own below a statement."""
    return lambda r: r.lines.after(statement, line)
