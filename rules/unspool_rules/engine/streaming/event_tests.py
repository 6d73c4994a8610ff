"""Tests that ask which event it is: by its name, or by the class of it or of its data."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unspool_rules.catalogue.events import (
    BROUGHT,
    CLASSES,
    DELTA,
    DONE,
    EVENT_CLASSES,
    EVENTS,
    MESSAGE,
    NEVER,
    OBJECTS,
    STEP_DELTA,
    UNSENT,
    Shape,
)
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.reasons import of_test
from unspool_rules.semantics.constants import string_value
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.guards import is_class_test
from unspool_rules.syntax.tree import Tree

_UNCERTAIN = "this comparison of event names has no form that is certain"
_PARTS = ("startswith", "endswith")
_STREAMS = frozenset(
    {"run.create", "run.stream", "run.submit_stream", "thread_run.create", "thread_run.stream"}
)
_HAVING: Mapping[tuple[str, ...], tuple[Shape, ...]] = {
    ("delta",): (DELTA, STEP_DELTA),
    ("delta", "content"): (DELTA,),
    ("content",): (MESSAGE,),
}
"""Attributes that a datum is asked for by name, and the events whose data has them."""
_OF_AZURE: Mapping[tuple[str, ...], tuple[Shape, ...]] = {("text",): (DELTA,)}
"""Those that only azure-ai-agents 1.1.0 gave: ``MessageDeltaChunk.text``."""


@dataclass(eq=False, slots=True)
class Test:
    """A comparison that asks which event it is."""

    node: ast.expr
    shapes: tuple[Shape, ...]
    reason: str = ""
    """Why nothing takes the place of what it asks for."""
    negated: bool = False
    """Whether it holds for all other events."""
    never: bool = False
    """Whether no stream has what it asks for."""


def name_test(facts: Facts, name: ast.expr) -> Test | None:
    """The test of an event's name, where that is tested."""
    tree = facts.tree
    name = _whole_name(tree, name)
    parent = tree.parents.get(name)
    if isinstance(parent, ast.Compare):
        return _compared(facts, parent, name)
    call = tree.parents.get(parent) if isinstance(parent, ast.Attribute) else None
    if isinstance(parent, ast.Attribute) and isinstance(call, ast.Call) and call.func is parent:
        if parent.attr in _PARTS and len(call.args) == 1 and not call.keywords:
            return _by_part(facts, call, call.args[0], parent.attr)
    return None


def _whole_name(tree: Tree, name: ast.expr) -> ast.expr:
    """``event.event.value`` and ``str(event.event)`` are the name, too."""
    parent = tree.parents.get(name)
    if isinstance(parent, ast.Attribute) and parent.attr == "value":
        name, parent = parent, tree.parents.get(parent)
    if isinstance(parent, ast.Call) and parent.args == [name] and not parent.keywords:
        if isinstance(parent.func, ast.Name) and parent.func.id == "str":
            return parent
    return name


def _compared(facts: Facts, node: ast.Compare, name: ast.expr) -> Test:
    if len(node.ops) != 1:
        return Test(node, (), _UNCERTAIN)
    operator, right = node.ops[0], node.comparators[0]
    other = right if node.left is name else node.left
    negated = isinstance(operator, (ast.NotEq, ast.NotIn))
    if isinstance(operator, (ast.Eq, ast.NotEq)):
        return of_names(facts, node, [other], negated=negated)
    if isinstance(operator, (ast.In, ast.NotIn)) and node.left is name:
        if isinstance(other, (ast.Tuple, ast.List, ast.Set)):
            return of_names(facts, node, other.elts, negated=negated)
    elif isinstance(operator, ast.In):
        return _by_part(facts, node, other, "")
    return Test(node, (), _UNCERTAIN)


def of_names(facts: Facts, node: ast.expr, names: list[ast.expr], *, negated: bool = False) -> Test:
    """A test for events of certain names."""
    return _test(node, [_named(facts, name) for name in names], negated=negated)


def _test(node: ast.expr, asked: list[Shape | str], *, negated: bool = False) -> Test:
    shapes = _certain([a for a in asked if isinstance(a, Shape)])
    reasons = [a for a in asked if isinstance(a, str) and a != NEVER]
    hard = [r for r in reasons if r not in (UNSENT, BROUGHT)]
    if hard or (reasons and not shapes):
        return Test(node, shapes, (hard or reasons)[0])
    if DONE in shapes and (len(shapes) > 1 or negated):
        return Test(node, shapes, "the end of the stream is no event")
    if not shapes and negated:
        return Test(node, shapes, _UNCERTAIN)
    return Test(node, shapes, negated=negated, never=not shapes)


def _certain(shapes: list[Shape]) -> tuple[Shape, ...]:
    """Events without those that the others announce, where there are others."""
    others = tuple(s for s in shapes if not s.faint)
    return others if any(s != DONE for s in others) else tuple(shapes)


def _by_part(facts: Facts, node: ast.expr, part: ast.expr, how: str) -> Test:
    """``event.event.startswith("thread.message")``: all the names that this is true of."""
    text = string_value(facts.infer, part)
    if not text:
        return Test(node, (), _UNCERTAIN)
    known = (name for name in EVENTS if (getattr(name, how)(text) if how else text in name))
    found = [EVENTS[name] for name in known]
    if not found:
        return Test(node, (), _unknown(text))
    shapes = _certain([shape for shape in found if isinstance(shape, Shape)])
    if DONE in shapes:
        return Test(node, (), _UNCERTAIN)
    return Test(node, shapes, "" if shapes else UNSENT)


def _named(facts: Facts, node: ast.expr) -> Shape | str:
    value = string_value(facts.infer, node)
    if value is None:
        return "the event's name is not known here"
    known = EVENTS.get(value, OBJECTS.get(value))
    return _here(facts, known) if known is not None else _unknown(value)


def _here(facts: Facts, known: Shape | str) -> Shape | str:
    """What became of an event, or that no run of the file has it."""
    if known != BROUGHT:
        return known
    streams = [s for s in facts.sites if s.operation in _STREAMS]
    brings = any(s.operation.startswith("thread_run.") for s in streams)
    return BROUGHT if brings or not streams else NEVER


def _unknown(name: str) -> str:
    """An event of the new stream would come now; one of no stream never comes."""
    return f"`{name}` is no event that is known" if name.startswith("response") else NEVER


def class_test(facts: Facts, node: ast.expr) -> Test | None:
    """``isinstance`` of an event or of its data."""
    call = facts.tree.parents.get(node)
    if not is_class_test(call, node):
        return None
    return _test(call, [_class(facts, c) for c in _members(call.args[1])])


def _class(facts: Facts, node: ast.expr) -> Shape | str:
    classes = [t.name for t in facts.infer.of(node) if isinstance(t, Class)]
    for name in (full.rpartition(".")[2] for full in classes):
        if name in CLASSES:
            return CLASSES[name]
        if name in EVENT_CLASSES:
            return _here(facts, EVENTS[EVENT_CLASSES[name]])
    return of_test(classes)


def attribute_test(facts: Facts, data: ast.expr, *, azure: bool) -> Test | None:
    """``hasattr(event.data, "delta")``, which only the data of some events has."""
    path: tuple[str, ...] = ()
    node, parent = data, facts.tree.parents.get(data)
    while isinstance(parent, ast.Attribute):
        path, node, parent = (*path, parent.attr), parent, facts.tree.parents.get(parent)
    if not isinstance(parent, ast.Call) or len(parent.args) != 2 or parent.args[0] is not node:
        return None
    name = string_value(facts.infer, parent.args[1])
    if not isinstance(parent.func, ast.Name) or parent.func.id != "hasattr" or name is None:
        return None
    shapes = ({**_HAVING, **_OF_AZURE} if azure else _HAVING).get((*path, name))
    return Test(parent, shapes) if shapes is not None else None


def join(tree: Tree, tests: dict[ast.expr, Test]) -> None:
    """Take tests for one of several events, or for ever fewer of them, as one."""
    for node in {tree.parents[test] for test in tests}:
        if not isinstance(node, ast.BoolOp) or not all(value in tests for value in node.values):
            continue
        parts = [tests[value] for value in node.values]
        if any(part.reason or part.negated or part.shapes == (DONE,) for part in parts):
            continue
        if isinstance(node.op, ast.And):
            shapes = min((part.shapes for part in parts), key=len)
            if not all(set(shapes) <= set(part.shapes) for part in parts):
                continue
        elif any(part.never or all(s.faint for s in part.shapes) for part in parts):
            shapes = _certain(list(dict.fromkeys(s for part in parts for s in part.shapes)))
        else:
            continue
        for value in node.values:
            del tests[value]
        tests[node] = Test(node, shapes, never=not shapes)


def _members(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Tuple):
        yield from node.elts
    elif isinstance(node, ast.BinOp):
        yield from _members(node.left)
        yield from _members(node.right)
    else:
        yield node


__all__ = ["Test", "attribute_test", "class_test", "join", "name_test", "of_names"]
