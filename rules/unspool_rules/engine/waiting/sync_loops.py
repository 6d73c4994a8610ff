"""Loops over what is at hand as a whole now: they are no longer asynchronous."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.work import Work


def sync_loops(work: Work, is_such: Callable[[ast.expr], bool]) -> ast.expr | None:
    """Plan ``for`` in place of ``async for`` over some values.

    Returns:
        What an asynchronous generator goes over, which stays one for those who read it.
    """
    tree = work.tree
    for node in tree.of(ast.AsyncFor, ast.comprehension):
        assert isinstance(node, (ast.AsyncFor, ast.comprehension))
        if isinstance(node, ast.comprehension) and not node.is_async:
            continue
        if not is_such(node.iter):
            continue
        holder = tree.parents[node] if isinstance(node, ast.comprehension) else node
        if isinstance(holder, ast.GeneratorExp):
            return node.iter
        end = len(tree.source[: tree.span(node.target).start].rstrip(" \t\r\n\\("))
        start = tree.source.rindex("async", 0, end)
        keyword = ast.Name("async for", ast.Load())
        keyword.lineno, keyword.col_offset = node.iter.lineno, node.iter.col_offset
        tree.place(keyword, start, end, holder)
        work.replace(keyword, lambda _: "for")
    return None


__all__ = ["sync_loops"]
