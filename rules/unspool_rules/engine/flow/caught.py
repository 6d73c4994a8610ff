"""Reads of attributes whose failure a program counts on."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work


def is_caught(work: Work, node: ast.AST) -> bool:
    """Whether the program counts on the failure: ``except AttributeError``."""
    return any(
        isinstance(name, ast.Name) and name.id == "AttributeError"
        for above in work.tree.ancestors(node)
        if isinstance(above, ast.Try)
        for handler in above.handlers
        if handler.type is not None
        for name in ast.walk(handler.type)
    )


__all__ = ["is_caught"]
