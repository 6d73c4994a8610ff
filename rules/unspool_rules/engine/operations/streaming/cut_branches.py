"""Branches for events that go from a loop: those for its end, and for what never comes."""

from __future__ import annotations

import ast

from unspool_rules.engine.streaming.event_tests import Test
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Span

_STAYS = "no response has an event of this name, and its branch cannot be taken out by itself"


def cut_never(work: Work, events: Events, test: Test) -> None:
    """Plan that the branch for an event that never comes goes."""
    branch = work.tree.parents.get(test.node)
    if not isinstance(branch, ast.If) or branch.test is not test.node:
        work.block(test.node, _STAYS)
        return
    inside = [n for s in branch.body for n in ast.walk(s)]
    makes = any(site.func in inside for site in work.facts.sites)
    limit = work.tree.span(events.place).end
    if makes or not work.alone(branch.body[-1]) or not cut(work, branch, limit, spoken=True):
        work.block(test.node, _STAYS)
    else:
        work.claimed.update(inside)
        work.note("branches for events that no response has (cancelled, expired) are gone")


def cut(work: Work, branch: ast.If, limit: int, *, spoken: bool = False) -> bool:
    """Take one branch out of the loop's chain of tests; the loop ends at the limit.

    Args:
        spoken: whether its comments stay where it was.
    """
    tree, lines = work.tree, work.tree.lines
    start = lines.line_start(tree.span(branch).start)
    end = lines.line_end(tree.span(branch.body[-1]).end)
    above = tree.parents[branch]
    is_elif = (
        isinstance(above, ast.If)
        and above.orelse == [branch]
        and (tree.source.startswith("elif", tree.span(branch).start))
    )
    gone = ast.If(branch.test, branch.body, [])
    gone.lineno, gone.col_offset = branch.lineno, branch.col_offset
    if is_elif:
        while end < limit:
            following = lines.line_end(end)
            before = lines.line_start(start - 1)
            if tree.source[end:following].strip() or tree.source[before:start].strip():
                break
            end = following
        deep = tree.indent(branch.body[0])
        _put_away(work, gone, start, end, above, (deep, "\n") if spoken else None)
        return True
    if not branch.orelse:
        alone = tree.block_of(branch) == [branch]
        if alone and not spoken:
            return False
        left = ["pass"] if alone else []
        work.plan.rewritten[branch] = lambda r: [
            *(r.comments_within(r.lines_span(branch)) if spoken else ()),
            *left,
        ]
        return True
    second = branch.orelse[0]
    if len(branch.orelse) > 1 or not isinstance(second, ast.If):
        return False
    place = tree.span(second).start
    if not tree.source.startswith("elif", place):
        return False
    around = ("", "\n" + tree.indent(branch))
    _put_away(work, gone, tree.span(branch).start, place + 2, above, around if spoken else None)
    return True


def _put_away(
    work: Work,
    gone: ast.If,
    start: int,
    end: int,
    above: ast.AST,
    around: tuple[str, str] | None = None,
) -> None:
    """Edit a branch as one piece, and nothing within it by itself.

    Args:
        around: what stands before and behind each of its comments, where these stay.
    """
    work.tree.place(gone, start, end, above)
    for node in (gone.test, *gone.body):
        work.tree.parents[node] = gone

    def write(r: Rendering) -> str:
        before, behind = around if around is not None else ("", "")
        said = r.comments_within(Span(start, end)) if around is not None else []
        return "".join(f"{before}{line}{behind}" for line in said)

    work.replace(gone, write)


__all__ = ["cut", "cut_never"]
