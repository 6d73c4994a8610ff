"""Runs that a function out of view waits for: ``run = wait_on_run(run, thread)``."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import NOTHING, Inst, Types
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_WORD = re.compile(r"[A-Z]?[a-z]+")
_WAITING = frozenset({"wait", "waits", "waiting", "poll", "polling"})


def waits(func: ast.expr) -> bool:
    """Whether a function says by its name that it waits for something."""
    words = {word.lower() for word in _WORD.findall(last_name(func) or "")}
    return not words.isdisjoint(_WAITING)


def given_back(infer: Inference, node: ast.Call) -> Types:
    """The run that a function which nothing resolves gets and gives back, under the same name."""
    above = infer.tree.parents.get(node)
    awaited = isinstance(above, ast.Await)
    if awaited:
        above = infer.tree.parents.get(above) if above is not None else None
    if not isinstance(above, ast.Assign) or len(above.targets) != 1 or not waits(node.func):
        return NOTHING
    kept = ast.unparse(above.targets[0])
    if infer.of(node.func):
        return NOTHING
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    same = [value for value in given if ast.unparse(value) == kept]
    found = frozenset(t for value in same for t in infer.of(value) if kind_of(t) == "run")
    return frozenset((Inst("Coroutine", (found,)),)) if awaited and found else found


__all__ = ["given_back", "waits"]
