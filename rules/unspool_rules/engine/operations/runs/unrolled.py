"""Statements whose tests or loops go: what they do stands in their place."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Span

_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def unroll(work: Work, statement: ast.For | ast.If) -> None:
    """Put what a statement does in its place."""

    def lines(r: Rendering) -> list[str]:
        whole = r.lines_span(statement)
        head = Span(whole.start, r.lines_span(statement.body[0]).start)
        kept, end = r.comments_within(head, []), head.end
        for inner in statement.body:
            span = r.lines_span(inner)
            kept += [line.strip() for line in work.tree.source[end : span.start].splitlines()]
            rewritten = r.rewritten.get(inner)
            kept += rewritten(r) if rewritten is not None else r.dedented(inner)
            end = span.end
        return [*kept, *r.comments_within(Span(end, whole.end), [])]

    work.plan.rewritten[statement] = lines


def can_go(work: Work, statement: ast.If) -> bool:
    """Whether what a statement does can stand in its place."""
    chained = work.tree.source.startswith("elif", work.tree.span(statement).start)
    return not statement.orelse and not chained and work.alone(statement)


def operands(statement: ast.If) -> list[ast.expr]:
    """What all has to be true for a statement to do something."""
    test = statement.test
    both = isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And)
    return test.values if both and isinstance(test, ast.BoolOp) else [test]


def leaves(work: Work, node: ast.AST, loop: ast.For) -> bool:
    """Whether a statement leaves a loop, or one round of it."""
    if not isinstance(node, (ast.Break, ast.Continue)):
        return False
    return next((a for a in work.tree.ancestors(node) if isinstance(a, _LOOPS)), None) is loop


def has_long_string(statement: ast.stmt) -> bool:
    """Whether a string of several lines stands in a statement, which has to keep its place."""
    return any(
        isinstance(n, (ast.Constant, ast.JoinedStr)) and n.lineno != n.end_lineno
        for n in ast.walk(statement)
    )


__all__ = ["can_go", "has_long_string", "leaves", "operands", "unroll"]
