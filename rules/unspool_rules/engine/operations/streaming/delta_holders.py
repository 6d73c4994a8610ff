"""What holds a delta of a message or a part of one, followed to all that is done with it.

Source: openai 1.65.5 ``openai/types/beta/threads/message_delta.py``; azure-ai-agents 1.1.0
``MessageDeltaChunk``, which is a mapping, too.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from unspool_rules.engine.operations.runs.unrolled import (
    leaves,
)
from unspool_rules.engine.operations.streaming.delta_comprehensions import (
    Gathered,
    gathered,
)
from unspool_rules.engine.operations.streaming.delta_reads import (
    called,
    constant,
    counts,
    is_text_test,
    key_read,
)
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.bindings import Binding, How
from unspool_rules.syntax.literals import is_empty

_STEPS = {
    ("data", "delta"): "delta",
    ("data", "text"): "value",
    ("delta", "content"): "content",
    ("part", "text"): "text",
    ("text", "value"): "value",
}


_CLASSES = {
    *("MessageDeltaTextContent", "TextDeltaBlock", "MessageDeltaTextContentObject"),
    *("MessageDeltaChunk", "MessageDelta", "TextDelta"),
}


_OBJECTS = ("data", "delta", "part", "text")
"""What is there with every text, also an empty one."""


@dataclass(eq=False, slots=True)
class Reading:
    """All that is read of the deltas in one piece of code."""

    work: Work
    events: Events
    roots: dict[ast.expr, str]
    """Expressions that hold a delta or a part of one, by what they hold."""
    value: str
    """The new expression of the text."""
    texts: list[ast.expr] = field(default_factory=list)
    tests: dict[ast.If, dict[ast.expr, bool]] = field(default_factory=dict)
    """Operands of a statement's test: True where the text itself is asked for, else they go."""
    truths: list[ast.expr] = field(default_factory=list)
    """Tests of the text, in other places."""
    removed: list[ast.stmt] = field(default_factory=list)
    unrolled: list[ast.For] = field(default_factory=list)
    gathered: list[Gathered] = field(default_factory=list)
    sifting: dict[ast.expr, bool] = field(default_factory=dict)
    """Tests of comprehensions, as those of statements."""
    seen: set[ast.expr] = field(default_factory=set)


def reads_all(reading: Reading) -> bool:
    """Follow what holds a part of a delta, to the ends."""
    todo = list(reading.roots)
    while todo:
        node = todo.pop()
        end, kind = _end(reading, node)
        if end in reading.seen:
            continue
        reading.seen.add(end)
        found = _use(reading, end, kind)
        if found is None:
            return False
        todo += found
    return True


def _end(reading: Reading, node: ast.expr) -> tuple[ast.expr, str]:
    """The largest expression that leads from a part to another, and what it holds."""
    kind = reading.roots[node]
    while kind != "value":
        step = _step(reading, node, kind)
        if step is None:
            break
        node, kind = step
    wrapped = _wrapped(reading, node, kind)
    while wrapped is not None:
        node = wrapped
        step = _step(reading, node, kind) if kind != "value" else None
        if step is not None:
            reading.roots[step[0]] = step[1]
            return _end(reading, step[0])
        wrapped = _wrapped(reading, node, kind)
    return node, kind


def _step(reading: Reading, node: ast.expr, kind: str) -> tuple[ast.expr, str] | None:
    parent = reading.work.tree.parents.get(node)
    name: object = None
    found: ast.expr | None = None
    if isinstance(parent, ast.Attribute) and parent.value is node:
        call = reading.work.tree.parents.get(parent)
        if parent.attr == "get" and isinstance(call, ast.Call) and call.func is parent:
            name = constant(call.args[0]) if call.args and not call.keywords else None
            found = call
        else:
            name, found = parent.attr, parent
    elif isinstance(parent, ast.Subscript) and parent.value is node:
        name, found = constant(parent.slice), parent
        if kind == "content" and name == 0:
            return parent, "part"
    elif called(parent, "getattr") and isinstance(parent, ast.Call) and parent.args[0] is node:
        name, found = constant(parent.args[1]), parent
    reached = _STEPS.get((kind, str(name)))
    return (found, reached) if found is not None and reached is not None else None


def _wrapped(reading: Reading, node: ast.expr, kind: str) -> ast.expr | None:
    """``x or []``, ``x if delta else None``, and what else is said where there is no text."""
    parent = reading.work.tree.parents.get(node)
    if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or):
        above = reading.work.tree.parents.get(parent)
        plain = len(parent.values) == 2 and parent.values[0] is node and is_empty(parent.values[1])
        return parent if plain and not isinstance(above, ast.If) else None
    if isinstance(parent, ast.IfExp) and parent.body is node:
        roots = [n for n in ast.walk(parent.test) if n in reading.roots]
        ends = [_end(reading, n) for n in roots if isinstance(n, ast.expr)]
        held = next((held for end, held in ends if end is parent.test), None)
        said = isinstance(parent.orelse, ast.Constant) and held in _OBJECTS
        if held is not None and (said or is_empty(parent.orelse)):
            reading.seen.add(parent.test)
            return parent
    return None


def _use(reading: Reading, node: ast.expr, kind: str) -> list[ast.expr] | None:
    """What is done with a part; further expressions to follow, None where that is not known."""
    work = reading.work
    parent = work.tree.parents.get(node)
    if _asked(reading, node, kind):
        return []
    if kind == "value":
        reading.texts.append(node)
        return []
    if isinstance(parent, ast.Assign) and parent.value is node and len(parent.targets) == 1:
        target = parent.targets[0]
        return _named(reading, target, kind, parent)
    if isinstance(parent, ast.For) and parent.iter is node and kind == "content":
        if parent.orelse or any(leaves(work, n, parent) for s in parent.body for n in ast.walk(s)):
            return None
        reading.unrolled.append(parent)
        return _named(reading, parent.target, "part", parent)
    if isinstance(parent, ast.comprehension) and parent.iter is node and kind == "content":
        found = gathered(work, parent)
        if found is not None:
            reading.gathered.append(found)
            reading.roots.update(dict.fromkeys(found.parts, "part"))
            return [*found.parts]
    return None


def _named(
    reading: Reading, target: ast.expr, kind: str, statement: ast.stmt
) -> list[ast.expr] | None:
    """The reads of a name that holds a part and nothing else."""
    work = reading.work
    variable = work.variable_of(target)
    if variable is None or not work.alone(statement):
        return None
    bindings = work.facts.scopes.bindings(variable)
    place = reading.events.place
    inside = [b for b in bindings if place in work.tree.ancestors(b.node)]
    if len(inside) != 1 or not _binds(inside[0], statement):
        return None
    start = work.tree.span(inside[0].node).start
    others = [work.tree.span(b.node).start for b in bindings if b is not inside[0]]
    found: list[ast.expr] = []
    for use in work.facts.scopes.reads(variable):
        at = work.tree.span(use).start
        within = place in work.tree.ancestors(use)
        last = max((other for other in others if other < at), default=-1)
        if within and start < at:
            found.append(use)
        elif within or last < 0 or last < start < at:
            return None
    if not isinstance(statement, ast.For):
        reading.removed.append(statement)
    reading.roots.update(dict.fromkeys(found, kind))
    return found


def _binds(binding: Binding, statement: ast.stmt) -> bool:
    if binding.how not in (How.ASSIGN, How.ITERATE) or binding.path:
        return False
    target = statement.target if isinstance(statement, ast.For) else None
    if isinstance(statement, ast.Assign):
        target = statement.targets[0]
    return binding.node is target


def _asked(reading: Reading, node: ast.expr, kind: str) -> bool:
    """Take a test for a part; whether the expression is one."""
    work = reading.work
    parent = work.tree.parents.get(node)
    test: ast.expr | None = None
    asks = kind in ("content", "value")
    if isinstance(parent, ast.Call) and parent.args and parent.args[0] is node:
        if called(parent, "hasattr"):
            test = parent if (kind, str(constant(parent.args[1]))) in _STEPS else None
        elif called(parent, "isinstance"):
            names = {t.name for t in work.infer.of(parent.args[1]) if isinstance(t, Class)}
            test = parent if {n.rpartition(".")[2] for n in names} <= _CLASSES and names else None
        elif called(parent, "len") and kind == "content":
            above = work.tree.parents.get(parent)
            test = above if isinstance(above, ast.Compare) and counts(above, parent) else None
        if test is None:
            return False
        asks = asks and not called(parent, "hasattr") and not called(parent, "isinstance")
    elif isinstance(parent, ast.Compare):
        test = _compared(reading, parent, node, kind)
    elif isinstance(parent, ast.Attribute) and parent.attr == "type" and kind == "part":
        above = work.tree.parents.get(parent)
        if isinstance(above, ast.Compare) and is_text_test(work, above, parent):
            test = above
    elif key_read(parent, node) == "type" and kind == "part":
        above = work.tree.parents.get(parent) if parent is not None else None
        if isinstance(above, ast.Compare) and isinstance(parent, ast.expr):
            test = above if is_text_test(work, above, parent) else None
    elif parent is not None and key_read(work.tree.parents.get(parent), node) == "type":
        call = work.tree.parents[parent]
        above = work.tree.parents.get(call)
        if kind == "part" and isinstance(above, ast.Compare) and isinstance(call, ast.expr):
            test = above if is_text_test(work, above, call) else None
    else:
        test = node
    return test is not None and _take(reading, test, asks=asks, plain=test is node)


def _compared(reading: Reading, compare: ast.Compare, node: ast.expr, kind: str) -> ast.expr | None:
    """``x is not None`` and ``"content" in x``."""
    if len(compare.ops) != 1:
        return None
    operator, other = compare.ops[0], compare.comparators[0]
    if compare.left is node:
        nothing = isinstance(other, ast.Constant) and other.value is None
        return compare if nothing and isinstance(operator, (ast.IsNot, ast.NotEq)) else None
    known = other is node and (kind, str(constant(compare.left))) in {*_STEPS, ("part", "type")}
    return compare if known and isinstance(operator, ast.In) else None


def _take(reading: Reading, test: ast.expr, *, asks: bool, plain: bool) -> bool:
    """Take a test that stands where only its truth matters.

    Args:
        asks: whether it asks for the text itself.
        plain: whether it is the part itself.
    """
    work = reading.work
    parent = work.tree.parents.get(test)
    both = isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And)
    holder = work.tree.parents.get(parent) if both and parent is not None else parent
    outer = parent if both else test
    if isinstance(holder, ast.If) and holder.test is outer:
        reading.tests.setdefault(holder, {})[test] = asks
        return True
    if isinstance(holder, ast.comprehension) and outer in holder.ifs:
        reading.sifting[test] = asks
        return True
    inside = isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    if asks and plain and (inside or (isinstance(parent, ast.IfExp) and parent.test is test)):
        reading.truths.append(test)
        return True
    return False
