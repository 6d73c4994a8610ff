"""The end of a stream: what was done at its event is done behind the loop."""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.streaming.cut_branches import cut
from unspool_rules.engine.streaming.event_tests import Test
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.streaming.streams import EventLoopNode
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

REASON = "the end of the stream is no event: this belongs after the loop"


def end(work: Work, node: EventLoopNode, events: Events, test: Test) -> None:
    """What was done at the end of the stream is done after the loop."""
    branch = work.tree.parents.get(test.node)
    if not isinstance(branch, ast.If) or branch.test is not test.node or node.orelse:
        work.block(test.node, REASON)
        return
    body = list(branch.body)
    if isinstance(body[-1], (ast.Break, ast.Continue, ast.Pass)):
        body.pop()
    inside = [n for s in body for n in ast.walk(s)]
    reads = {d.node for d in events.data} | set(events.spoken_types)
    if any(isinstance(n, (ast.Break, ast.Continue)) or n in reads for n in inside):
        work.block(branch, REASON)
        return
    if not work.alone(branch) or any(not work.alone(s) for s in branch.body):
        work.block(branch, "the statement shares its line with another")
        return
    if not cut(work, branch, work.tree.span(node).end):
        work.block(branch, REASON)
        return
    leaves = any(
        isinstance(n, ast.Break) and _loop_of(work, n) is node and n not in branch.body
        for n in ast.walk(node)
    )

    def after(r: Rendering) -> None:
        lines = [line for s in body for line in r.dedented(s)]
        spared = [r.lines_span(s) for s in branch.body]
        whole = r.lines_span(branch.body[0])
        first = work.tree.lines.line_start(work.tree.span(branch).start)
        comments = r.comments_within(type(whole)(first, r.lines_span(branch.body[-1]).end), spared)
        lines = [*comments, *lines]
        if not lines:
            return
        if leaves:
            lines = ["else:", *("    " + line if line.strip() else line for line in lines)]
        r.lines.after(node, "\n".join(lines))

    work.plan.also.append((node, after))


def _loop_of(work: Work, node: ast.AST) -> ast.AST | None:
    for parent in work.tree.ancestors(node):
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.While)):
            return parent
    return None


__all__ = ["REASON", "end"]
