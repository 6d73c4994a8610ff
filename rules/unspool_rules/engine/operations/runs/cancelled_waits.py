"""``while run.status != "cancelled"`` behind a cancellation of a response in the background.

One that was finished when it is cancelled stays ``completed``, so the loop waits while it is at
work. Source: the OpenAI API reference on background mode.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.tool_calls.told_apart import with_status
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.run_states import ENDED
from unspool_rules.engine.work import Work

NOTE = (
    "a response that is finished when it is cancelled stays `completed`: the loop that waited for "
    "`cancelled` waits while the response is at work"
)


def is_spinning(work: Work, loop: ast.While) -> bool:
    """``while run.status != "cancelled"``, which a response that is completed never leaves."""
    test = loop.test
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], (ast.NotEq, ast.NotIn)):
        return False
    names = strings(work, test.comparators[0]) or set()
    return with_status(test.left) is not None and "cancelled" in names and "completed" not in names


def wait_while_at_work(work: Work, site: Site, loop: ast.While) -> bool:
    """Plan that a loop, which only waits for this cancellation, ends for each end."""
    test = loop.test
    if loop.orelse or not isinstance(test, ast.Compare) or not only_waits(work, loop):
        return False
    run = with_status(test.left)
    names = strings(work, test.comparators[0]) or set()
    if run is None or len(test.ops) != 1 or not names <= ENDED:
        return False
    if not may_follow(work.tree, site.func, test, rounds=False):
        return False
    work.claimed.update({test, test.left, *ast.walk(test.comparators[0])})
    work.replace(test, lambda r: f'{r.text(run)}.status in ("queued", "in_progress")')
    work.note(NOTE)
    return True


def only_waits(work: Work, loop: ast.While) -> bool:
    return all(
        pauses.sleeps(statement) or pauses.speaks(statement) or _asks(work, statement)
        for statement in loop.body
    )


def _asks(work: Work, statement: ast.stmt) -> bool:
    """``run = client.beta.threads.runs.retrieve(...)``."""
    polls = [s for s in work.plan.sites if s.operation in POLLS]
    return any(
        (name := work.binding_name(poll)) is not None and work.tree.statement(name) is statement
        for poll in polls
    )


__all__ = ["is_spinning", "wait_while_at_work"]
