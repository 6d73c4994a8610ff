"""Tests that fail with the old object as with the new one, and what only runs when one holds.

``isinstance(part, dict)`` and ``hasattr(part, "value")`` stand in programs that take whatever
comes. Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/_utils/model_base.py``, whose models are
``MutableMapping`` and no ``dict``; openai 1.65.5 and 3.54.0 ``openai/_models.py`` (pydantic).
"""

from __future__ import annotations

import ast
from functools import cache

from unspool_rules.engine.work import Work
from unspool_rules.semantics import outlines

_OBJECTS = {"agent", "error", "incomplete", "message", "part", "run", "thread", "usage"}
"""Kinds of values that are objects before and after."""
_CLASSES = {"bool", "bytes", "dict", "float", "int", "list", "set", "str", "tuple"}
_OF_MAPPINGS = {"get", "items", "keys", "values"}
_PARTS = (
    ("azure.ai.agents.models", "MessageContent"),
    ("openai.types.beta.threads", "ContentBlock"),
    ("openai.types.responses", "ResponseOutput"),
    ("openai.types.responses", "ResponseInput"),
)
"""Modules, and how the names of the classes of content begin or end in them, old and new."""


def is_never(work: Work, call: ast.Call, kinds: set[str]) -> bool:
    """Whether an ``isinstance`` fails with both objects, so that it may stay."""
    return kinds <= _OBJECTS and is_builtin(work, call.args[1])


def is_builtin(work: Work, tested: ast.expr) -> bool:
    """Whether nothing but classes of Python itself are tested for."""
    classes = tested.elts if isinstance(tested, ast.Tuple) else [tested]
    return all(
        isinstance(c, ast.Name) and c.id in _CLASSES and work.facts.scopes.variable(c) is None
        for c in classes
    )


def lacks(kinds: set[str], name: str | None) -> bool:
    """Whether content of messages had and has no such attribute."""
    return kinds == {"part"} and name is not None and name not in _attributes_of_parts()


@cache
def _attributes_of_parts() -> frozenset[str]:
    names: set[str] = set()
    for module, word in _PARTS:
        outline = outlines.module(module)
        for cls, found in outline.classes.items() if outline is not None else ():
            if cls.startswith(word) or cls.endswith((word, "Content")):
                for base in outlines.lineage(found.name):
                    names |= {*base.attributes, *base.methods, *base.properties}
    return frozenset(names)


def never_runs(work: Work, base: ast.expr, reader: ast.AST, kinds: set[str]) -> bool:
    """Whether an attribute or item of a value is only read when such a test of the value holds."""
    name = reader.attr if isinstance(reader, ast.Attribute) else None
    if name is not None and name not in _OF_MAPPINGS and not lacks(kinds, name):
        return False
    shape = ast.dump(base)
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return False
        if isinstance(parent, (ast.If, ast.IfExp)) and child is not parent.test:
            body = parent.body if isinstance(parent.body, list) else [parent.body]
            if child in body and _demands(work, parent.test, shape, kinds):
                return True
        if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
            before = parent.values[: next(i for i, v in enumerate(parent.values) if v is child)]
            if any(_demands(work, value, shape, kinds) for value in before):
                return True
        child = parent
    return False


def _demands(work: Work, test: ast.expr, shape: str, kinds: set[str]) -> bool:
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And) and any(
            _demands(work, value, shape, kinds) for value in test.values
        )
    if not isinstance(test, ast.Call) or not isinstance(test.func, ast.Name):
        return False
    if len(test.args) != 2 or ast.dump(test.args[0]) != shape:
        return False
    if test.func.id == "hasattr":
        return lacks(kinds, work.string_value(test.args[1]))
    return test.func.id == "isinstance" and is_never(work, test, kinds)
