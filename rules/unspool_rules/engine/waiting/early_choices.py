"""Choices that a round makes before it looks at the run: it is in a state that has a round.

``while run.status in ("queued", "in_progress")`` has none for a run that is finished, so what
stands above the look and is for finished runs was never done.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection

from unspool_rules.engine.waiting.first_rounds import without_round
from unspool_rules.engine.waiting.outcomes import acts
from unspool_rules.engine.work import Work

NEVER_DONE = "the loop has no round for a run in this state, so this was never done"


def is_unreached(
    work: Work,
    loop: ast.While | ast.For,
    node: ast.If,
    looks: Collection[ast.AST],
    idle: Callable[[ast.stmt], bool],
) -> bool:
    """Whether a choice does something for a state in which no round comes to it.

    Args:
        looks: what fetches the run again.
        idle: whether a statement only passes the time.
    """
    missed = without_round(work, loop)
    if not missed or not _is_early(work, loop, node, looks):
        return False
    return any(acts(work, [node], state, idle) for state in missed)


def _is_early(work: Work, loop: ast.AST, node: ast.If, looks: Collection[ast.AST]) -> bool:
    """Whether a choice stands above all looks of its round."""
    start = work.tree.span(node).start
    return all(
        start < work.tree.span(look).start
        for look in looks
        if look is not loop and loop in work.tree.ancestors(look)
    )


__all__ = ["NEVER_DONE", "is_unreached"]
