"""Whether the code has tested that a part of a message is a text, where it reads one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.citations import images
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.flow.passed import parts_of, passed
from unspool_rules.engine.uses.failing_tests import is_builtin
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import holding
from unspool_rules.syntax.names import last_name

TEXT_CLASSES = ("MessageTextContent", "MessageContentText", "TextContentBlock")


def is_narrowed(work: Work, base: ast.expr) -> bool:
    """Whether a test around the place, before it or at all calls says that the part is a text."""
    shape = ast.dump(base)
    tests: list[ast.expr] = []
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        if isinstance(parent, (ast.If, ast.IfExp)) and child is not parent.test:
            tests.append(parent.test)
        elif isinstance(parent, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            tests += [i for g in parent.generators for i in g.ifs]
        elif isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
            before = [value is child for value in parent.values].index(True)
            tests += parent.values[:before]
        child = parent
    for test in tests:
        if images.is_about(work, test, base):
            continue
        for node in ast.walk(test):
            if isinstance(node, ast.Attribute) and node.attr == "type":
                if ast.dump(node.value) == shape:
                    return True
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "isinstance",
                "hasattr",
                "getattr",
            ):
                said = node.args[1:2] if getattr(node.func, "id", "") == "isinstance" else []
                if node.args and ast.dump(node.args[0]) == shape:
                    if not any(is_builtin(work, cls) for cls in said):
                        return True
    return is_text_only(work, base) or _is_told(work, base, frozenset())


def is_text_only(work: Work, base: ast.expr) -> bool:
    """Whether the part comes out of ``text_messages``, which holds texts only."""
    if "part" not in {value_kind(t) for t in work.infer.of(base)}:
        return False
    kinds = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    return kinds == {"MessageTextContent"}


def _is_told(work: Work, base: ast.expr, seen: frozenset[ast.AST]) -> bool:
    """Whether tests that have to hold say that the part is a text: here, or at all calls."""
    if any(_says_text(work, test, base, held) for test, held in _tests(work, base)):
        return True
    variable = work.variable_of(base)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if len(bindings) != 1 or bindings[0].how is not How.PARAMETER:
        return False
    parameter = bindings[0].node
    function = work.tree.parents.get(work.tree.parents.get(parameter) or parameter)
    if not isinstance(parameter, ast.arg) or not isinstance(function, FUNCTIONS):
        return False
    if parameter in seen:
        return False
    calls = all_calls(work, function)
    given = arguments_for(work.infer, function, parameter)
    return (
        bool(calls)
        and len(given) == len(calls)
        and all(_is_told(work, a, seen | {parameter}) for a in given)
    )


def _tests(work: Work, base: ast.expr) -> Iterator[tuple[ast.expr, bool]]:
    for _, test in holding(work.tree, base):
        yield from parts_of(test, held=True)
    yield from passed(work.tree, base)


def _says_text(work: Work, test: ast.expr, base: ast.expr, held: bool) -> bool:
    """Whether a test says by its outcome that a part is a text."""
    shape = ast.dump(base)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        left = test.left
        return (
            isinstance(test.ops[0], ast.Eq if held else ast.NotEq)
            and isinstance(left, ast.Attribute)
            and left.attr == "type"
            and ast.dump(left.value) == shape
            and work.string_value(test.comparators[0]) == "text"
        )
    if not held or not isinstance(test, ast.Call) or len(test.args) < 2:
        return False
    asked = getattr(test.func, "id", "")
    if ast.dump(test.args[0]) != shape:
        return False
    if asked == "isinstance":
        return last_name(test.args[1]) in TEXT_CLASSES
    return asked in ("hasattr", "getattr") and work.string_value(test.args[1]) == "text"


__all__ = ["TEXT_CLASSES", "is_narrowed", "is_text_only"]
