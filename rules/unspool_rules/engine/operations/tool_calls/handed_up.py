"""Functions between one that makes the response that goes on and those that read it.

Each of them got the run from a caller of its own, and hands the new response on to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from unspool_rules.engine.flow.callers import FUNCTIONS, Function
from unspool_rules.engine.operations.runs.callers import Caller, callers_of, go_on, parameter_of
from unspool_rules.engine.operations.runs.returns import bare_returns, end, returns_nothing
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable


@dataclass(frozen=True, slots=True)
class Level:
    """A function that hands on what it was handed back."""

    function: Function
    run: Variable
    """The parameter that has the run, or its id."""
    by_id: bool
    callers: list[Caller]


def levels_above(
    work: Work, function: Function, callers: list[Caller], made: list[Site]
) -> list[Level]:
    """The functions that have the run from callers of their own; none where one cannot return it.

    Args:
        function: what the callers call.
    """
    found: list[Level] = []
    waiting = list(callers)
    seen = {function}
    while waiting:
        caller = waiting.pop()
        above, run = work.tree.function(caller.call), work.variable_of(caller.holder)
        if (
            run is None
            or not isinstance(above, FUNCTIONS)
            or parameter_of(work, above, run) is None
        ):
            continue
        known = next((level for level in found if level.function is above), None)
        if known is not None and known.run == run:
            continue
        if above in seen or not returns_nothing(work, above):
            return []
        calls = callers_of(work, above, run, made, by_id=caller.by_id)
        if not calls or (caller.by_id and not all(call.by_id for call in calls)):
            return []
        seen.add(above)
        found.append(Level(above, run, caller.by_id, calls))
        waiting += calls
    return found


def hand_on(work: Work, level: Level) -> None:
    """Plan that a function returns what it holds now, and that its callers take it."""
    early = list(bare_returns(work, level.function))
    end(work, level.function, early, lambda r: name_of(r, level.run))
    go_on(work, level.function, level.callers, whole=not level.by_id)


__all__ = ["Level", "hand_on", "levels_above"]
