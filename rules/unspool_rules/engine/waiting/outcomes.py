"""What the statements of a loop do for a run that has ended in a certain state."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.run_states import ENDS
from unspool_rules.engine.work import Work

STATES = ENDS | {"requires_action"}
"""The states in which a finished response stands for a run."""
_KNOWN = STATES | {"queued", "in_progress", "cancelling"}
_BOTH = frozenset({True, False})
_LEAVES = (ast.Break, ast.Continue)
_ENDS = (ast.Return, ast.Raise)


def truths(work: Work, test: ast.expr, state: str) -> frozenset[bool]:
    """What a test may be for a run of this state."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return frozenset(not value for value in truths(work, test.operand, state))
    if isinstance(test, ast.BoolOp):
        found = [truths(work, value, state) for value in test.values]
        decides = isinstance(test.op, ast.Or)
        if any(values == {decides} for values in found):
            return frozenset({decides})
        return frozenset().union(*found)
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return _BOTH
    states = states_of(work, test)
    if not states:
        return _BOTH
    if isinstance(test.ops[0], (ast.Eq, ast.In)):
        return frozenset({state in states})
    if isinstance(test.ops[0], (ast.NotEq, ast.NotIn)):
        return frozenset({state not in states})
    return _BOTH


def states_of(work: Work, test: ast.Compare) -> set[str]:
    """The states that something is compared with; none where it is no state, or not certain."""
    states = strings(work, work.literal_of(test.comparators[0])) or set()
    return states if states & _KNOWN else set()


def chosen(work: Work, node: ast.If, state: str) -> Iterator[list[ast.stmt]]:
    """The branches that may run for a run of this state; an empty one where none does."""
    for link in pauses.chain(node):
        values = truths(work, link.test, state)
        if True in values:
            yield link.body
        if False not in values:
            return
        if len(link.orelse) != 1 or not isinstance(link.orelse[0], ast.If):
            yield link.orelse


def leaves(work: Work, block: list[ast.stmt], state: str) -> tuple[bool, bool]:
    """Whether a block may end the loop's round, and whether what follows it may run."""
    left = False
    for statement in block:
        if isinstance(statement, _LEAVES):
            return True, False
        if isinstance(statement, _ENDS):
            return left, False
        if isinstance(statement, ast.If):
            found = [leaves(work, branch, state) for branch in chosen(work, statement, state)]
            left |= any(may_leave for may_leave, _ in found)
            if not any(falls for _, falls in found):
                return left, False
        elif isinstance(statement, (ast.Try, ast.With, ast.AsyncWith)):
            left |= any(pauses.jumps(statement)) and leaves(work, statement.body, state)[0]
    return left, True


def acts(work: Work, block: list[ast.stmt], state: str, idle: Callable[[ast.stmt], bool]) -> bool:
    """Whether a block may do something for a run of this state."""
    for statement in block:
        if isinstance(statement, ast.If):
            if any(acts(work, branch, state, idle) for branch in chosen(work, statement, state)):
                return True
        elif isinstance(statement, ast.Try):
            if acts(work, statement.body, state, idle):
                return True
        elif not idle(statement) and not isinstance(statement, _LEAVES):
            return True
    return False


__all__ = ["STATES", "acts", "chosen", "leaves", "states_of", "truths"]
