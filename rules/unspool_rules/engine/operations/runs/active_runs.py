"""Runs of a thread that are listed to wait for the active ones, or to cancel them.

A response is finished when the call that makes it returns, so nothing is active when the next
message is added: what looks for active runs finds none. Code that does nothing else goes.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence

from unspool_rules.engine.operations.runs import listed_responses
from unspool_rules.engine.operations.runs.guards import Guard
from unspool_rules.engine.operations.runs.listed_responses import UNLISTED
from unspool_rules.engine.operations.runs.listed_values import ALWAYS, DEAD
from unspool_rules.engine.operations.runs.names_anew import is_set_first
from unspool_rules.engine.operations.runs.probes import ask, is_left_idle
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

_NOTE = (
    "a response is finished when the call that makes it returns: code that looked for runs that "
    "are still active, to wait for them or to cancel them, is gone"
)
_AROUND = (ast.For, ast.AsyncFor, ast.While, ast.Try, ast.If)


def list_(work: Work, site: Site) -> None:
    """``runs.list`` in code that only looks for active runs."""
    if work.facts.starts_in_background:  # some may be active
        listed_responses.list_(work, site)
        return
    start = work.tree.statement(site.func)
    regions = [s for s in reversed([*_around(work, start)]) if isinstance(s, _AROUND)]
    if isinstance(start, _AROUND):
        regions.append(start)
    for region in regions:
        guard = Guard(work, site)
        if guard.goes(region) and guard.is_closed([region]):
            _take_away(work, guard, site, [region])
            return
    attempts = [r for r in reversed(regions) if isinstance(r, ast.Try)]
    if not any(_follow(work, site, first) for first in (start, *attempts)):
        listed_responses.list_(work, site)


def _around(work: Work, start: ast.stmt) -> list[ast.stmt]:
    """The statements around one in its function, from the inside out."""
    found: list[ast.stmt] = []
    for parent in work.tree.ancestors(start):
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            break
        if isinstance(parent, ast.stmt):
            found.append(parent)
    return found


def _follow(work: Work, site: Site, start: ast.stmt) -> bool:
    """Take away the listing, or the attempt at it, and each statement behind it that reads it."""
    guard = Guard(work, site)
    if (alone := _as_none(work, guard, start)) is not None:
        alone()
        work.note(_NOTE)
        return True
    if not guard.surely_goes(start):
        return False
    gone = [start]
    kept: dict[ast.stmt, Callable[[], None]] = {}
    early: list[ast.stmt] = []
    block = work.tree.block_of(start)
    for statement in block[block.index(start) + 1 :]:
        guard.forget(statement)
        if not _reads(work, guard, statement):
            continue
        if guard.surely_goes(statement):
            gone.append(statement)
        elif _ends_early(work, guard, statement, block):
            early.append(statement)
        elif (change := _as_none(work, guard, statement)) is not None:
            kept[statement] = change
        else:
            return False
    if early:
        gone += early
        behind = block[block.index(early[0]) + 1 :]
        if any(s not in gone and s is not _last(behind) for s in behind):
            return False  # what was left out there is done now
    if not guard.is_closed([*gone, *kept]):
        return False
    for change in kept.values():
        change()
    _take_away(work, guard, site, gone)
    return True


def _ends_early(work: Work, guard: Guard, statement: ast.stmt, block: list[ast.stmt]) -> bool:
    """``if not runs.data: return False``, where the block ends so as well."""
    if not isinstance(statement, ast.If) or statement.orelse or len(statement.body) != 1:
        return False
    end, last = statement.body[0], _last(block)
    if not isinstance(end, ast.Return) or guard.mentions(end) or not guard.is_pure(statement.test):
        return False
    if last is None:
        whole = work.tree.parents.get(statement)
        empty = end.value is None or (
            isinstance(end.value, ast.Constant) and end.value.value is None
        )
        return empty and isinstance(whole, (ast.FunctionDef, ast.AsyncFunctionDef))
    return ast.dump(end) == ast.dump(last)


def _last(block: list[ast.stmt]) -> ast.Return | None:
    """The ``return`` that a block ends with."""
    return block[-1] if isinstance(block[-1], ast.Return) else None


def _reads(work: Work, guard: Guard, statement: ast.stmt) -> bool:
    """Whether a statement reads what comes from the listing: no name that it sets anew."""
    names = [n for n in ast.walk(statement) if isinstance(n, ast.Name) and guard.mentions(n)]
    return any(
        not is_set_first(work, name, statement)
        for name in names
        if isinstance(name.ctx, ast.Load) or guard.mentions(_value(work, name))
    )


def _value(work: Work, name: ast.Name) -> ast.AST:
    """What a name is set to, where a plain assignment sets it."""
    statement = work.tree.statement(name)
    return statement.value if isinstance(statement, ast.Assign) else name


def _as_none(work: Work, guard: Guard, statement: ast.stmt) -> Callable[[], None] | None:
    """What says a statement as it is where no run is active; None where that is not certain."""
    if isinstance(statement, ast.Return) and statement.value is not None:
        value, known = statement.value, guard.value(statement.value)
        if known is not None:
            return lambda: _say(work, value, known)
    if isinstance(statement, ast.If) and statement.orelse and work.alone(statement):
        outcome = guard.test(statement.test)
        taken = {DEAD: statement.orelse, ALWAYS: statement.body}.get(outcome or "")
        lost = statement.body if outcome == DEAD else statement.orelse
        if taken is None or any(guard.mentions(s) for s in taken):
            return None
        return lambda: _choose(work, statement, taken, lost)
    return None


def _say(work: Work, value: ast.expr, known: str) -> None:
    work.claimed.update(ast.walk(value))
    work.replace(value, lambda _: known)


def _choose(work: Work, whole: ast.If, taken: list[ast.stmt], lost: list[ast.stmt]) -> None:
    _claim(work, [whole.test, *lost])
    work.plan.given_up.update(lost)
    work.plan.rewritten[whole] = lambda r: _lines(r, whole, taken)


def _lines(r: Rendering, whole: ast.stmt, taken: Sequence[ast.stmt]) -> list[str]:
    """The branch that is taken, in place of the choice."""
    spared = [r.lines_span(s) for s in taken]
    found = r.comments_within(r.lines_span(whole), spared)
    for statement in taken:
        lines = r.rewritten[statement](r) if statement in r.rewritten else r.dedented(statement)
        found += [lines[0].removeprefix("el"), *lines[1:]] if lines[:1] else lines
    return found


def _take_away(work: Work, guard: Guard, site: Site, gone: list[ast.stmt]) -> None:
    final = guard.final
    asks = is_left_idle(work, site, gone, guard.value)
    for statement in gone:
        work.remove(statement)
        work.plan.given_up.add(statement)
        _claim(work, [statement])
    if asks and (final is not None or not ask(work, site, gone[0])):
        work.block(site.anchor, UNLISTED)
    elif final is not None and not work.plan.blocked:
        whole = gone[0]
        work.plan.rewritten[whole] = lambda r: _lines(r, whole, [final])
    work.note(_NOTE)


def _claim(work: Work, gone: Sequence[ast.AST]) -> None:
    """Nothing in these nodes has to be said in the new way."""
    for node in gone:
        work.claimed.update(ast.walk(node))


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"run.list": list_}
