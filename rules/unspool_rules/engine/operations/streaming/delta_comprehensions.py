"""Comprehensions over the parts of a message delta: an event of a response has the one text."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

Comprehension = ast.ListComp | ast.GeneratorExp
_IS_READ = re.compile(r"[\w.]+")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A comprehension that makes something of each part."""

    node: Comprehension
    parts: tuple[ast.expr, ...]
    """Reads of the part, in the tests and in what is made of it."""

    @property
    def tests(self) -> list[ast.expr]:
        """What decides whether a part is taken; it goes."""
        found: list[ast.expr] = []
        for test in self.node.generators[0].ifs:
            both = isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And)
            found += test.values if both and isinstance(test, ast.BoolOp) else [test]
        return found


def gathered(work: Work, clause: ast.comprehension) -> Gathered | None:
    """The comprehension that goes over the parts; None where that is more than one text."""
    node = work.tree.parents[clause]
    if not isinstance(node, Comprehension) or len(node.generators) != 1 or clause.is_async:
        return None
    target = clause.target
    outer = _joined(work, node) or node
    plain = isinstance(node, ast.ListComp) or outer is not node
    if not isinstance(target, ast.Name) or not plain or "#" in work.tree.segment(outer):
        return None
    inside = [n for part in (node.elt, *clause.ifs) for n in ast.walk(part)]
    reads = tuple(n for n in inside if isinstance(n, ast.Name) and n.id == target.id)
    bound = any(isinstance(n, (ast.NamedExpr, ast.Lambda, Comprehension)) for n in inside)
    return None if bound else Gathered(node, reads)


def takes_all(work: Work, found: Gathered, asking: dict[ast.expr, bool]) -> bool:
    """Whether no test of a comprehension is left, and none leaves out an empty text.

    Args:
        asking: the tests that go: True where the text itself is asked for.
    """
    joined = _is_join(work, found.node)
    return all(t in asking and (joined or not asking[t]) for t in found.tests)


def plan_gathered(work: Work, found: Gathered) -> None:
    """Put what is made of the one text in the comprehension's place."""
    outer = _joined(work, found.node)

    def write(r: Rendering) -> str:
        text = r.text(found.node.elt)
        if outer is None:
            return f"[{text}]"
        return text if _IS_READ.fullmatch(text) else f"({text})"

    work.replace(outer or found.node, write)


def _joined(work: Work, node: Comprehension) -> ast.Call | None:
    """``"".join(texts)`` or ``next(texts, None)``: of one text that is the text."""
    call = work.tree.parents.get(node)
    if not isinstance(call, ast.Call) or call.args[:1] != [node] or call.keywords:
        return None
    first = isinstance(node, ast.GeneratorExp) and isinstance(call.func, ast.Name)
    if first and ast.unparse(call.func) == "next":
        return call
    return call if _is_join(work, node) else None


def _is_join(work: Work, node: Comprehension) -> bool:
    call = work.tree.parents.get(node)
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "join"
        and isinstance(call.func.value, ast.Constant)
        and call.args == [node]
    )


__all__ = ["Gathered", "gathered", "plan_gathered", "takes_all"]
