"""What has the id of a run follows the response that a call gives its caller.

``state = answer(state)``, where ``run.id`` fetches the state: ``run = state`` behind it.
"""

from __future__ import annotations

import ast
from functools import partial

from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.stale_reads import Stale
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import Variable


def follow(work: Work, stale: list[Stale]) -> bool:
    """Plan that all of these holders get the new response, or its id; False where one cannot."""
    lines: dict[tuple[ast.stmt, Variable], tuple[Variable, str]] = {}
    for one in stale:
        statement = work.tree.statement(one.call)
        holder = work.variable_of(one.holder)
        result = _result(work, one.call, statement)
        if holder is None or result is None or holder == result or not work.alone(statement):
            return False
        if holder.scope is not work.facts.scopes.scope_of(one.call):
            return False
        whole = "run" in {value_kind(t) for t in work.infer.of(one.holder)}
        lines[statement, holder] = (result, "" if whole else ".id")

    def write(key: tuple[ast.stmt, Variable], r: Rendering) -> None:
        statement, holder = key
        result, tail = lines[key]
        line = f"{name_of(r, holder)} = {name_of(r, result)}{tail}"
        r.lines.after(statement, line)

    work.plan.also += [(key[0], partial(write, key)) for key in lines]
    return True


def _result(work: Work, call: ast.Call, statement: ast.stmt) -> Variable | None:
    """The name that takes the run which a call gives."""
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    value, target = statement.value, statement.targets[0]
    if isinstance(value, ast.Await):
        value = value.value
    if value is not call or "run" not in {value_kind(t) for t in work.infer.of(target)}:
        return None
    return work.variable_of(target)


__all__ = ["follow"]
