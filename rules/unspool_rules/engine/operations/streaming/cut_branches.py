"""Branches for events that go from a loop: those for its end, and for what never comes."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.catalogue.events import EVENTS, OBJECTS
from unspool_rules.engine.streaming.event_tests import Test
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Span

_STAYS = "no response has an event of this name, and its branch cannot be taken out by itself"
_YIELDS = (ast.Yield, ast.YieldFrom)


def cut_never(work: Work, events: Events, test: Test) -> None:
    """Plan that the branch for an event that never comes goes, or stays as what never is done."""
    if test.node in work.claimed:
        return  # it went with the branch before it
    branch = work.tree.parents.get(test.node)
    limit = work.tree.span(events.place).end
    if isinstance(branch, ast.If) and branch.test is test.node and _can_go(work, events, branch):
        side = _side_by_side(work, events, branch)
        if branch in side[1:] or (side and cut(work, side[0], limit, spoken=True, beside=side[1:])):
            work.claimed.update(n for s in branch.body for n in ast.walk(s))
            work.note(
                "branches for events that no response has (cancelled, expired), or no stream of "
                "the SDK (done), are gone"
            )
            return
    name = _spoken(events, test)
    if name is None:
        work.block(test.node, _STAYS)
        return
    work.replace(name, lambda _: f"{events.event}.type")
    work.note("a branch asks for an event that neither a run nor a response has: it stays, unused")


def _can_go(work: Work, events: Events, branch: ast.If) -> bool:
    """Whether nothing in a branch or beside it is in the way when the branch is taken out."""
    inside = [n for s in branch.body for n in ast.walk(s)]
    if any(site.func in inside for site in work.facts.sites) or not work.alone(branch.body[-1]):
        return False
    if not any(isinstance(n, _YIELDS) for n in inside):
        return True
    around = ast.walk(work.tree.function(branch) or events.place)
    return any(isinstance(n, _YIELDS) and not events.is_dead(n) for n in around)


def _side_by_side(work: Work, events: Events, branch: ast.If) -> list[ast.If]:
    """The branches that go as one piece: those that begin a chain of tests, or one by itself.

    An ``else`` behind the first ones needs one of them, which is the first.
    """
    first, parents = branch, work.tree.parents
    while _is_elif(work, first):
        above = parents[first]
        assert isinstance(above, ast.If)
        first = above
    found: list[ast.If] = []
    following: ast.stmt | None = first
    while isinstance(following, ast.If) and (not found or _is_elif(work, following)):
        test = events.tests.get(following.test)
        if test is None or not test.never or not _can_go(work, events, following):
            break
        found.append(following)
        following = following.orelse[0] if following.orelse else None
    if branch not in found:
        return [branch]
    left = found[-1].orelse
    if left and not (len(left) == 1 and isinstance(left[0], ast.If) and _is_elif(work, left[0])):
        return [] if branch is first else [branch]
    return found


def _spoken(events: Events, test: Test) -> ast.expr | None:
    """The event's name in a comparison with names of no event, which may stay as it is."""
    compare = test.node
    branch = events.tree.parents.get(compare)
    if not isinstance(compare, ast.Compare) or not isinstance(branch, ast.If):
        return None
    sides = (compare.left, compare.comparators[0])
    other = next((n for n in sides if not isinstance(n, (ast.Name, ast.Attribute, ast.Call))), None)
    given = other.elts if isinstance(other, (ast.Tuple, ast.List, ast.Set)) else [other]
    names = [n.value for n in given if isinstance(n, ast.Constant)]
    if len(names) != len(given) or any(n in EVENTS or n in OBJECTS for n in names):
        return None
    inside = {n for s in branch.body for n in ast.walk(s)}
    reads = [n for n in (*events.dead, *(node for node, _ in events.problems)) if n in inside]
    # type checkers take nothing for the event where it is compared by `==`
    unseen = isinstance(compare.ops[0], ast.Eq) and all(_is_of(events, n) for n in reads)
    if (reads and not unseen) or branch.test is not compare:
        return None
    return next(n for n in sides if n is not other)


def _is_of(events: Events, node: ast.AST) -> bool:
    """Whether a read is an attribute of what is still the event's name."""
    value = node.value if isinstance(node, ast.Attribute) else None
    return isinstance(value, ast.Name) and value.id == events.event


def _is_elif(work: Work, branch: ast.If) -> bool:
    above = work.tree.parents[branch]
    return (
        isinstance(above, ast.If)
        and above.orelse == [branch]
        and work.tree.source.startswith("elif", work.tree.span(branch).start)
    )


def cut(
    work: Work,
    branch: ast.If,
    limit: int,
    *,
    spoken: bool = False,
    beside: Sequence[ast.If] = (),
) -> bool:
    """Take one branch out of the loop's chain of tests; the loop ends at the limit.

    Args:
        spoken: whether its comments stay where it was.
        beside: branches right behind it, at the beginning of a chain, that go with it.
    """
    last = beside[-1] if beside else branch
    tree, lines = work.tree, work.tree.lines
    start = lines.line_start(tree.span(branch).start)
    end = lines.line_end(tree.span(branch.body[-1]).end)
    above = tree.parents[branch]
    gone = ast.If(branch.test, branch.body, [])
    gone.lineno, gone.col_offset = branch.lineno, branch.col_offset
    if _is_elif(work, branch):
        while end < limit:
            following = lines.line_end(end)
            before = lines.line_start(start - 1)
            if tree.source[end:following].strip() or tree.source[before:start].strip():
                break
            end = following
        deep = tree.indent(branch.body[0])
        _put_away(work, gone, start, end, above, (deep, "\n") if spoken else None)
        return True
    if not last.orelse:
        alone = tree.block_of(branch) == [branch]
        if alone and not spoken:
            return False
        left = ["pass"] if alone else []
        work.plan.rewritten[branch] = lambda r: [
            *(r.comments_within(r.lines_span(branch)) if spoken else ()),
            *left,
        ]
        return True
    second = last.orelse[0]
    if len(last.orelse) > 1 or not isinstance(second, ast.If):
        return False
    place = tree.span(second).start
    if not tree.source.startswith("elif", place):
        return False
    around = ("", "\n" + tree.indent(branch))
    _put_away(work, gone, tree.span(branch).start, place + 2, above, around if spoken else None)
    for other in beside:
        for node in (other.test, *other.body):
            tree.hide(node, gone)
            work.claimed.update(ast.walk(node))
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
        work.tree.hide(node, gone)

    def write(r: Rendering) -> str:
        before, behind = around if around is not None else ("", "")
        said = r.comments_within(Span(start, end)) if around is not None else []
        return "".join(f"{before}{line}{behind}" for line in said)

    work.replace(gone, write)


__all__ = ["cut", "cut_never"]
