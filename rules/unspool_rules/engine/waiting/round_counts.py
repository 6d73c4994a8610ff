"""Counts of the rounds of a loop that waits for a run, and answers its calls."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work


def is_counted(work: Work, loop: ast.stmt) -> bool:
    """Whether a loop goes on as long as a count has not come to its limit: ``while n < most:``."""
    if not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Compare):
        return False
    counts = {work.variable_of(s.target) for s in loop.body if isinstance(s, ast.AugAssign)}
    compared = {work.variable_of(n) for n in (loop.test.left, *loop.test.comparators)}
    ordered = isinstance(loop.test.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE))
    return len(loop.test.ops) == 1 and ordered and bool(compared & counts - {None})


def counts_read(work: Work, loop: ast.While | ast.For, answers: list[ast.stmt]) -> ast.Name | None:
    """Where the part of a loop that answers reads what the rest, which goes, counts."""
    counts = [s for s in loop.body if isinstance(s, ast.AugAssign) and s not in answers]
    counted = {work.variable_of(s.target) for s in counts} - {None}
    for node in ast.walk(ast.Module(body=answers, type_ignores=[])):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            if work.variable_of(node) in counted:
                return node
    return None
