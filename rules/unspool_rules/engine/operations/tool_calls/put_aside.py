"""What a run is told that is worked out as it is made: a variable has it for what goes on.

``instructions=f"Today is {date.today()}"`` is worked out once for a run. Each of its responses is
given it, so it stands in a statement before the first.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable
from functools import partial

from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.operations.tool_calls.handed_on import pass_on
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import made_with
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import Text
from unspool_rules.engine.writing.rendering import Rendering

_LINES = ('"""', "'''", "\\\n", "#")
"""What in a text of several lines may not be written with other indentation."""
_TEXTS = ("instructions", "additional_instructions")


def put_aside(work: Work, site: Site, maker: Site, made: list[Site]) -> bool:
    """Plan that the texts which a run is given have names, and reach what hands its outputs in.

    Returns:
        Whether nothing else of what the run is made with is out of reach there.
    """
    values = made_with.out_of_reach(work.facts, maker, site)
    texts = {name: maker.arguments[name] for name in _TEXTS if maker.arguments.get(name) in values}
    statement = work.tree.statement(maker.func)
    if len(made) != 1 or len(texts) != len(values) or not _stands_free(work, maker, statement):
        return False
    if not all(_may_move(work, value) for value in texts.values()):
        return False
    names = {f"run_{name}" for name in texts}
    taken = {n.id for n in work.tree.of(ast.Name)} | {n.arg for n in work.tree.of(ast.arg)}
    if names & taken:
        return False
    given: dict[Hashable, Text] = {
        (maker, name): partial(_name_of, f"run_{name}", maker) for name in texts
    }
    if work.tree.function(site.func) is work.tree.function(maker.func):
        if not precedes(work.tree, statement, site.func):
            return False
    elif not pass_on(
        work, site, maker, given, names, lambda call: precedes(work.tree, statement, call)
    ):
        return False
    for name, value in texts.items():
        if (maker, name) not in work.once(_put):
            work.once(_put).add((maker, name))
            _put_before(work, statement, value, given[maker, name])
    return True


def _put(_: Work) -> set[tuple[Site, str]]:
    """Texts that are put aside already."""
    return set()


def _name_of(wanted: str, maker: Site, r: Rendering) -> str:
    return r.made(wanted, maker)


def _stands_free(work: Work, maker: Site, statement: ast.stmt) -> bool:
    """Whether a line may stand before the call, and nothing else runs before it in its own."""
    plain = isinstance(statement, (ast.Assign, ast.AnnAssign))
    return plain and work.alone(statement) and work.tree.parents.get(work.outer(maker)) is statement


def _may_move(work: Work, value: ast.expr) -> bool:
    """Whether a text may be worked out in a statement of its own, with lines of its own."""
    text = work.tree.segment(value)
    if any(isinstance(n, (ast.NamedExpr, ast.Yield, ast.YieldFrom)) for n in ast.walk(value)):
        return False
    return "\n" not in text or not any(mark in text for mark in _LINES)


def _put_before(work: Work, statement: ast.stmt, value: ast.expr, name: Text) -> None:
    def line(r: Rendering) -> str:
        text = r._splice(value)
        if "\n" not in text:
            return f"{name(r)} = {text}"
        inner = "\n".join(f"    {part.strip()}" for part in text.splitlines())
        return f"{name(r)} = (\n{inner}\n)"

    work.replace(value, name)
    work.plan.inserted.setdefault(statement, []).append(line)


__all__ = ["put_aside"]
