"""Names as code spells them."""

from __future__ import annotations

import ast


def last_name(node: ast.AST | None) -> str:
    """``c`` of ``a.b.c``, of ``f().c`` and of ``c`` alone; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
