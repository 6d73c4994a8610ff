"""What a run's step is about: a step is one item of the new output, and its deltas are texts.

``step.step_details`` of the type "tool_calls" is the item itself, which is one call; a delta of a
call's code or arguments has an event of its own. What leads to a call goes, and so do tests that
hold for every such event.

Sources: openai 1.65.5 ``openai/types/beta/threads/runs/run_step_delta.py``, azure-ai-agents 1.1.0
``RunStepDelta``, openai 3.54.0 ``openai/types/responses``.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import partial

from unspool_rules.catalogue.steps import CALLS, FIELDS, TESTS
from unspool_rules.engine.operations.runs.unrolled import (
    can_go,
    has_long_string,
    leaves,
    operands,
    unroll,
)
from unspool_rules.engine.operations.streaming.delta_reads import called, constant
from unspool_rules.engine.streaming.event_places import LEAVES
from unspool_rules.engine.streaming.stream_events import Datum, Events
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import said
from unspool_rules.syntax.guards import conjuncts, holding
from unspool_rules.syntax.literals import is_empty

_DELTAS = {
    ("code_interpreter", "input"): "response.code_interpreter_call_code.delta",
    ("function", "arguments"): "response.function_call_arguments.delta",
}
"""By the type of a call and the field that a delta adds to: the event that does so now."""
_EVENTS = {kind: event for (kind, _), event in _DELTAS.items()}


@dataclass(eq=False, slots=True)
class _Found:
    """What takes the place of all that a piece of code reads of the details of steps."""

    roots: list[Datum]
    new: dict[ast.expr, str] = field(default_factory=dict)
    """Expressions and their new code."""
    gone: dict[ast.If, set[ast.expr]] = field(default_factory=dict)
    """Operands of a statement's test that hold for every such event."""
    loops: list[ast.For] = field(default_factory=list)
    removed: list[ast.stmt] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Reading:
    """One step whose details are read."""

    work: Work
    events: Events
    datum: Datum
    found: _Found

    @property
    def is_delta(self) -> bool:
        return self.datum.shape is not None and self.datum.shape.kind == "step-delta"


def follow_details(work: Work, events: Events, datum: Datum) -> bool:
    """Plan what a piece of code reads of the details of steps, once.

    Returns:
        False, and plans nothing, when something else is done with them.
    """
    known = work.once(_planned)
    if events not in known:
        found = _Found([d for d in events.data if _leads_there(work, d)])
        known[events] = found if _reads_all(work, events, found) else None
        if known[events] is found:
            _plan(work, found)
    planned = known[events]
    return planned is not None and datum in planned.roots


def _planned(_: Work) -> dict[Events, _Found | None]:
    return {}


def _leads_there(work: Work, datum: Datum) -> bool:
    kind = datum.shape.kind if datum.shape is not None else ""
    parent = work.tree.parents.get(datum.node)
    names = {"step": ("step_details",), "step-delta": ("step_details", "delta")}.get(kind, ())
    return isinstance(parent, ast.Attribute) and parent.attr in names


def _reads_all(work: Work, events: Events, found: _Found) -> bool:
    other = [d for d in found.roots if not _root(_Reading(work, events, d, found))]
    if any(not set(found.removed).intersection(work.tree.ancestors(d.node)) for d in other):
        return False
    wholly = [h for h, t in found.gone.items() if all(o in t for o in operands(h))]
    return all(can_go(work, h) for h in wholly) and not any(
        has_long_string(s) for s in (*wholly, *found.loops)
    )


def _plan(work: Work, found: _Found) -> None:
    for node, text in found.new.items():
        work.replace(node, said(text))
    for statement in found.removed:
        work.remove(statement)
    for loop in found.loops:
        unroll(work, loop)
    for holder, tests in found.gone.items():
        if all(o in tests for o in operands(holder)):
            unroll(work, holder)
        else:
            work.replace(holder.test, partial(_rest, holder, tests))


def _rest(holder: ast.If, gone: set[ast.expr], r: Rendering) -> str:
    return " and ".join(r.text(o) for o in operands(holder) if o not in gone)


# -- reading ---------------------------------------------------------------------------------------


def _root(reading: _Reading) -> bool:
    """``step.step_details``, under a name of its own or not."""
    parents = reading.work.tree.parents
    node: ast.expr = reading.datum.node
    parent = parents.get(node)
    if reading.is_delta and isinstance(parent, ast.Attribute) and parent.attr == "delta":
        node, parent = parent, parents.get(parent)
    if not isinstance(parent, ast.Attribute) or parent.attr != "step_details":
        return reading.is_delta and node is not reading.datum.node and _holds(reading, node)
    details: ast.expr = parent
    above = parents.get(details)
    if isinstance(above, ast.IfExp) and above.body is details and is_empty(above.orelse):
        if ast.unparse(above.test) not in (ast.unparse(node), ast.unparse(reading.datum.node)):
            return False
        details, above = above, parents.get(above)
    if not isinstance(above, ast.Assign) or above.value is not details:
        return _detail(reading, details)
    reads = _reads(reading, above)
    if reads is None or not all(_detail(reading, read) for read in reads):
        return False
    reading.found.removed.append(above)
    return True


def _reads(reading: _Reading, statement: ast.Assign) -> list[ast.expr] | None:
    """The reads of the name that a statement sets, where it has no other value."""
    work, target = reading.work, statement.targets[0]
    variable = work.variable_of(target) if isinstance(target, ast.Name) else None
    if variable is None or len(statement.targets) != 1 or not work.alone(statement):
        return None
    place = reading.events.place
    bindings = [
        b for b in work.facts.scopes.bindings(variable) if place in work.tree.ancestors(b.node)
    ]
    reads: list[ast.expr] = [*work.facts.scopes.reads(variable)]
    block = work.tree.block_of(statement)
    behind = block[block.index(statement) + 1 :]
    inside = all(any(a in behind for a in work.tree.ancestors(read)) for read in reads)
    return reads if len(bindings) == 1 and inside else None


def _detail(reading: _Reading, node: ast.expr) -> bool:
    """One use of the details."""
    work, parent = reading.work, reading.work.tree.parents.get(node)
    is_calls = TESTS["tool_calls"].format(reading.datum.value)
    if isinstance(parent, ast.Attribute) and parent.attr == "type":
        compare = work.tree.parents.get(parent)
        asks = isinstance(compare, ast.Compare) and compare.left is parent
        if not asks or not isinstance(compare, ast.Compare) or not _is(compare, "tool_calls"):
            return False
        return _tested(reading, compare, is_calls)
    if isinstance(parent, ast.Attribute) and parent.attr == "tool_calls":
        calls: ast.expr = parent
        above = work.tree.parents.get(calls)
        if isinstance(above, ast.BoolOp) and isinstance(above.op, ast.Or):
            if len(above.values) == 2 and is_empty(above.values[1]):
                calls, above = above, work.tree.parents.get(above)
        if isinstance(above, ast.For) and above.iter is calls:
            return _loop(reading, above)
        return _tested(reading, calls, is_calls)
    if called(parent, "hasattr") and isinstance(parent, ast.Call):
        asks = parent.args[0] is node and constant(parent.args[1]) == "tool_calls"
        return asks and _tested(reading, parent, is_calls)
    return _holds(reading, node)


def _tested(reading: _Reading, node: ast.expr, text: str) -> bool:
    """A test whether the step is about calls, as each of their deltas is."""
    if reading.is_delta:
        return _goes(reading, node)
    holder = _is_operand(reading.work, node)
    reading.found.new[node] = text
    # what else is done was for a step that made a message, which is none of these items
    return holder is not None and not holder.orelse and not isinstance(holder.body[-1], LEAVES)


def _holds(reading: _Reading, node: ast.expr) -> bool:
    """A test whether there is something at all."""
    parent = reading.work.tree.parents.get(node)
    if isinstance(parent, ast.Compare) and parent.left is node and len(parent.ops) == 1:
        nothing = constant(parent.comparators[0]) is None
        if nothing and isinstance(parent.ops[0], (ast.IsNot, ast.NotEq)):
            return _goes(reading, parent)
        return False
    return _goes(reading, node)


def _goes(reading: _Reading, node: ast.expr) -> bool:
    holder = _is_operand(reading.work, node)
    if holder is None:
        return False
    reading.found.gone.setdefault(holder, set()).add(node)
    return True


def _is_operand(work: Work, node: ast.expr) -> ast.If | None:
    """The statement whose test an expression is, or one of several that have to hold."""
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.If):
            return above if node in operands(above) else None
    return None


# -- one call --------------------------------------------------------------------------------------


def _loop(reading: _Reading, loop: ast.For) -> bool:
    """A loop over the calls of a step: the item is one."""
    work = reading.work
    variable = work.variable_of(loop.target) if isinstance(loop.target, ast.Name) else None
    if variable is None or loop.orelse or not work.alone(loop):
        return False
    if any(leaves(work, n, loop) for s in loop.body for n in ast.walk(s)):
        return False
    reading.found.loops.append(loop)
    return all(
        loop in work.tree.ancestors(use) and _call(reading, use)
        for use in work.facts.scopes.reads(variable)
    )


def _call(reading: _Reading, node: ast.expr) -> bool:
    """One use of a call."""
    parents, value = reading.work.tree.parents, reading.datum.value
    parent = parents.get(node)
    if not isinstance(parent, ast.Attribute):
        return False
    above = parents.get(parent)
    if parent.attr == "type":
        kind = next((k for k in CALLS if isinstance(above, ast.Compare) and _is(above, k)), None)
        if kind is None or not isinstance(above, ast.Compare) or above.left is not parent:
            return False
        if not reading.is_delta:
            reading.found.new[above] = f'{value}.type == "{CALLS[kind]}"'
            return True
        if kind in _EVENTS and reading.events.event:
            reading.found.new[above] = f'{reading.events.event}.type == "{_EVENTS[kind]}"'
        return above in reading.found.new
    if parent.attr != _kind_at(reading.work, node):
        return False
    if not isinstance(above, ast.Attribute):
        return _holds(reading, parent)
    field_ = (parent.attr, above.attr)
    if reading.is_delta:
        reading.found.new[above] = value
        return field_ in _DELTAS
    reading.found.new[above] = f"{value}.{FIELDS.get(field_)}"
    return field_ in FIELDS and above.attr != "outputs"


def _kind_at(work: Work, node: ast.expr) -> str | None:
    """The type that the tests around a place give the call."""
    for _, test in holding(work.tree, node):
        for one in conjuncts(test):
            kind = next((k for k in CALLS if isinstance(one, ast.Compare) and _is(one, k)), None)
            if kind is not None and isinstance(one, ast.Compare):
                if ast.unparse(one.left) == f"{ast.unparse(node)}.type":
                    return kind
    return None


def _is(compare: ast.Compare, wanted: str) -> bool:
    """``… == "wanted"``."""
    alone = len(compare.ops) == 1 and isinstance(compare.ops[0], ast.Eq)
    return alone and constant(compare.comparators[0]) == wanted


__all__ = ["follow_details"]
