"""Loops over the parts of a message delta: the new event has the one text itself."""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.runs.unrolled import leaves
from unspool_rules.engine.streaming.stream_events import Datum
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class

_TEXT_PARTS = ("MessageDeltaTextContent", "TextDeltaBlock")
_PATHS = (("delta", "content"), ("content",))


def unroll(work: Work, datum: Datum) -> bool:
    """Plan a loop that only looks for the texts of a delta as what it does with a text.

    Returns:
        False, and plans nothing, when the loop does anything else.
    """
    loop = _loop(work, datum.node)
    if loop is None or not isinstance(loop.target, ast.Name) or loop.orelse or not work.alone(loop):
        return False
    variable = work.variable_of(loop.target)
    if variable is None:
        return False
    uses = work.facts.scopes.reads(variable)
    if any(loop not in work.tree.ancestors(u) for u in uses):
        return False
    tests: list[ast.expr] = []
    body = loop.body
    while len(body) == 1 and isinstance(body[0], ast.If) and not body[0].orelse:
        inner = body[0]
        if not _only_text(work, inner.test, loop.target.id):
            break
        tests.append(inner.test)
        body = inner.body
    texts: list[ast.expr] = []
    for use in uses:
        above = list(work.tree.ancestors(use))
        if any(t in above for t in tests):
            continue
        text = above[0]
        value = above[1]
        if not (
            isinstance(text, ast.Attribute)
            and text.attr == "text"
            and isinstance(value, ast.Attribute)
            and value.attr == "value"
        ):
            return False
        texts.append(value)
    if not tests or any(leaves(work, n, loop) for s in body for n in ast.walk(s)):
        return False
    for text in texts:
        work.replace(text, lambda _: datum.value)

    def lines(r: Rendering) -> list[str]:
        spared = [r.lines_span(s) for s in body]
        return [
            *r.comments_within(r.lines_span(loop), spared),
            *(line for s in body for line in r.dedented(s)),
        ]

    work.plan.rewritten[loop] = lines
    return True


def _loop(work: Work, node: ast.expr) -> ast.For | None:
    for path in _PATHS:
        current: ast.AST | None = node
        for name in path:
            parent = work.tree.parents.get(current) if current is not None else None
            current = parent if isinstance(parent, ast.Attribute) and parent.attr == name else None
        if current is None:
            continue
        loop = work.tree.parents.get(current)
        if isinstance(loop, ast.BoolOp) and isinstance(loop.op, ast.Or):
            current, loop = loop, work.tree.parents.get(loop)
        if isinstance(loop, ast.For) and loop.iter is current:
            return loop
    return None


def _only_text(work: Work, test: ast.expr, name: str) -> bool:
    """Whether a test only makes sure that a part is a text."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(_only_text(work, value, name) for value in test.values)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        left, right = ast.unparse(test.left), test.comparators[0]
        if isinstance(test.ops[0], ast.Eq):
            return left == f"{name}.type" and work.string_value(right) == "text"
        nothing = isinstance(right, ast.Constant) and right.value is None
        return isinstance(test.ops[0], ast.IsNot) and nothing and left == f"{name}.text"
    if (
        isinstance(test, ast.Call)
        and ast.unparse(test.func) == "isinstance"
        and len(test.args) == 2
    ):
        return ast.unparse(test.args[0]) == name and any(
            isinstance(t, Class) and t.name.rpartition(".")[2] in _TEXT_PARTS
            for t in work.infer.of(test.args[1])
        )
    return ast.unparse(test) in (f"{name}.text", f"{name}.text.value")
