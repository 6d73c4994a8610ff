"""Loops that answer calls and stay as they are: each round fetches the response that goes on.

A run is waited for; a response is finished. What a loop does in each round it does once for each
response then, as it would for a run that is never found under way.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.tool_calls.actiontests import mentions_action
from unspool_rules.engine.tool_calls.toolloops import ToolLoop
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction

NOTE = (
    "the loop stays as it is, and fetches a response that is finished already: where no outputs "
    "are handed in it goes on, and the run used to expire"
)
_LEAVES = (ast.Continue, ast.Break, ast.Return, ast.Raise)


def may_stay(work: Work, rounds: ToolLoop) -> bool:
    """Whether the rest of a round, which sees the new response now, does the same."""
    return all(
        _is_asked_for(work, rounds, submit.func) and _ends_alike(work, rounds, submit.func)
        for submit in rounds.submits
    )


def _is_asked_for(work: Work, rounds: ToolLoop, place: ast.AST) -> bool:
    """Whether outputs are handed in only where a run asks for them."""
    for block, statement in _blocks(work, rounds, place):
        above = work.tree.parents[statement]
        if isinstance(above, ast.match_case) and mentions_action(above.pattern):
            return True
        if isinstance(above, (ast.If, ast.While)) and block is above.body:
            if _asks(work, above.test):
                return True
        for before in block[: block.index(statement)]:
            if isinstance(before, ast.If) and isinstance(before.body[-1], _LEAVES):
                if _asks(work, before.test):
                    return True
    return False


def _asks(work: Work, test: ast.expr) -> bool:
    """Whether a test, or a function of the file that it calls, is about what a run asks for."""
    return mentions_action(test) or any(
        isinstance(known, UserFunction) and mentions_action(known.node)
        for node in ast.walk(test)
        if isinstance(node, ast.Call)
        for known in work.infer.of(node.func)
    )


def _ends_alike(work: Work, rounds: ToolLoop, place: ast.AST) -> bool:
    """Whether what follows a submission in its round reads the run only to ask for its state."""
    beside = True  # no other state comes to these statements
    for block, statement in _blocks(work, rounds, place):
        above = work.tree.parents[statement]
        behind = block[block.index(statement) + 1 :]
        if isinstance(above, ast.Try) and block is above.body:
            behind = [*behind, *above.orelse, *above.finalbody]
        for other in behind:
            reads = rounds.reads_run(other)
            if isinstance(other, _LEAVES):
                return not reads
            if not (beside and not reads) and not _is_idle(rounds, other):
                return False
        if isinstance(above, (ast.If, ast.match_case)):
            asked = above.test if isinstance(above, ast.If) else above.pattern
            beside = beside and not mentions_action(asked)
    return True


def _is_idle(rounds: ToolLoop, node: ast.stmt) -> bool:
    """Whether a statement only waits, counts, tells something, or asks for the run's state."""
    if isinstance(node, ast.If):
        asks = rounds.reads_run(node.test) and not mentions_action(node)
        return asks or rounds._idles(node) or rounds._about_time(node)
    return (
        isinstance(node, ast.Pass)
        or node in rounds._polls
        or rounds._waits(node)
        or rounds._renews(node)
        or pauses.speaks(node)
        or rounds._counts(node)
    )


def _blocks(
    work: Work, rounds: ToolLoop, place: ast.AST
) -> Iterator[tuple[list[ast.stmt], ast.stmt]]:
    """The blocks around a place, up to the loop's own, with the statement that it stands in."""
    child = place
    for above in work.tree.ancestors(place):
        for _, block in ast.iter_fields(above):
            if isinstance(child, ast.stmt) and isinstance(block, list) and child in block:
                yield block, child
        if above is rounds.loop:
            return
        child = above


__all__ = ["NOTE", "may_stay"]
