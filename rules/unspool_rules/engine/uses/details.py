"""Details of how a run went, which azure's models always declared and a response may not have.

Sources: ``last_error``, ``usage`` and ``incomplete_details`` of ``ThreadRun`` in
``azure/ai/agents/models/_models.py`` of azure-ai-agents 1.1.0, and ``error``, ``usage`` and
``incomplete_details`` in ``openai/types/responses/response.py`` of openai 3.54.0.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.waiting.pauses import leaves
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst

DETAILS = frozenset({"error", "incomplete", "usage"})
"""Kinds of such objects."""
_INSTEAD = {"RunError": '""', "IncompleteRunDetails": '""', "RunCompletionUsage": "0"}
"""What stands for a field of an object that is missing, by the object's class."""
_NO_USAGE = "a response that did not end well may have no `usage`: 0 stands for its numbers then"


def detail(work: Work, place: ast.expr, base: ast.expr, name: str) -> Writer:
    """Read a field of an object that may be None now, where nothing has tested it.

    Args:
        place: the expression that gives way.
        base: the object.
        name: the field's new name.
    """
    classes = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    values = {_INSTEAD[cls] for cls in classes if cls in _INSTEAD}
    if len(values) != 1 or not _is_repeatable(base) or _is_tested(work, base):
        return lambda r: f"{r.operand(base)}.{name}"
    instead = values.pop()
    bare = _stands_alone(work, place)
    if instead == "0":
        work.note(_NO_USAGE)

    def write(r: Rendering) -> str:
        text = f"{r.text(base)}.{name} if {r.text(base)} else {instead}"
        return text if bare else f"({text})"

    return write


def _is_repeatable(base: ast.expr) -> bool:
    return all(isinstance(n, (ast.Name, ast.Attribute, ast.expr_context)) for n in ast.walk(base))


def _is_tested(work: Work, base: ast.expr) -> bool:
    """Whether a test around the place, or one that leaves before it, asks for the object."""
    tests: list[ast.expr] = []
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        if isinstance(parent, (ast.If, ast.IfExp, ast.While)) and child is not parent.test:
            tests.append(parent.test)
        elif isinstance(parent, ast.BoolOp) and isinstance(child, ast.expr):
            tests += parent.values[: parent.values.index(child)]
        child = parent
    start = work.tree.span(base).start
    around = work.tree.function(base)
    for node in work.tree.of(ast.Assert, ast.If):
        if isinstance(node, ast.Assert) or leaves(node.body):
            if work.tree.function(node) is around and work.tree.span(node).end <= start:
                tests.append(node.test)
    shape = ast.dump(base)
    return any(
        ast.dump(asked) == shape
        for test in tests
        for asked in (test, *(a for n in ast.walk(test) for a in _asked(n)))
    )


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    """What a part of a test asks for: itself, or what is compared with None."""
    if isinstance(node, ast.Compare):
        yield node.left
    elif isinstance(node, (ast.BoolOp, ast.UnaryOp)):
        yield from node.values if isinstance(node, ast.BoolOp) else (node.operand,)


def _stands_alone(work: Work, place: ast.expr) -> bool:
    """Whether a conditional expression needs no brackets at a place."""
    parent = work.tree.parents.get(place)
    if isinstance(parent, ast.Call):
        return parent.func is not place
    if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        return parent.value is place
    return isinstance(
        parent,
        (*(ast.keyword, ast.FormattedValue, ast.Return), *(ast.List, ast.Tuple, ast.Set, ast.Dict)),
    )


__all__ = ["DETAILS", "detail"]
