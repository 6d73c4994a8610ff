"""The parts of a message delta under names of their own: an event of a response has just its text.

``delta = event.data.delta``, ``for part in delta.content``, ``getattr(part, "text", None)`` and the
like lead to one text. What leads there goes, tests for it are tests of the text, and what is done
with the text is done with that of the event.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.runs.unrolled import (
    can_go,
    has_long_string,
    operands,
    unroll,
)
from unspool_rules.engine.operations.streaming.delta_comprehensions import (
    plan_gathered,
    takes_all,
)
from unspool_rules.engine.operations.streaming.delta_holders import Reading, reads_all
from unspool_rules.engine.streaming.stream_events import Datum, Events
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def follow(work: Work, events: Events, datum: Datum) -> bool:
    """Plan all that the code reads of its deltas, once.

    Returns:
        False, and plans nothing, when something else is done with one.
    """
    known = work.once(_readings)
    if events not in known:
        nodes = [
            d.node
            for d in events.data
            if d.shape is not None
            and d.shape.kind == "delta"
            and d.node not in work.plan.replacements
            and not _names(work, d.node)
        ]
        reading = Reading(work, events, dict.fromkeys(nodes, "data"), datum.value)
        known[events] = reading if reads_all(reading) and _fits(reading) else None
        if known[events] is reading:
            _plan(reading)
    found = known[events]
    return found is not None and datum.node in found.roots


def _names(work: Work, node: ast.expr) -> bool:
    """Whether only the message is named: ``event.data.id``."""
    parent = work.tree.parents.get(node)
    return isinstance(parent, ast.Attribute) and parent.value is node and parent.attr == "id"


def _readings(_: Work) -> dict[Events, Reading | None]:
    return {}


# -- whether it fits -------------------------------------------------------------------------------


def _fits(reading: Reading) -> bool:
    """Whether what loses its tests can do without."""
    work = reading.work
    if not all(takes_all(work, found, reading.sifting) for found in reading.gathered):
        return False
    for statement, tests in reading.tests.items():
        plain = not _left(reading, statement) and not any(tests.values())
        if plain and not can_go(work, statement):
            return False
    return not any(has_long_string(s) for s in (*reading.unrolled, *reading.tests))


def _left(reading: Reading, statement: ast.If) -> list[ast.expr]:
    """Operands of a test that have nothing to do with the delta."""
    return [o for o in operands(statement) if o not in reading.tests[statement]]


def _said_above(reading: Reading, statement: ast.If) -> bool:
    """Whether a statement around it asks for the text already."""
    child: ast.AST = statement
    for above in reading.work.tree.ancestors(statement):
        if above is reading.events.place:
            return False
        if isinstance(above, ast.If) and child in above.body:
            if any(reading.tests.get(above, {}).values()):
                return True
        child = above
    return False


# -- planning --------------------------------------------------------------------------------------


def _plan(reading: Reading) -> None:
    work, value = reading.work, reading.value
    for node in (*reading.texts, *reading.truths):
        work.replace(node, lambda _: value)
    for found in reading.gathered:
        plan_gathered(work, found)
    for statement in reading.removed:
        work.remove(statement)
    for loop in reading.unrolled:
        unroll(work, loop)
    for statement, tests in reading.tests.items():
        asks = any(tests.values()) and not _said_above(reading, statement)
        left = _left(reading, statement)
        if left or asks or not can_go(work, statement):
            _shorten(reading, statement, asks=asks or not left)
        else:
            unroll(work, statement)


def _shorten(reading: Reading, statement: ast.If, *, asks: bool) -> None:
    tests = reading.tests[statement]
    asked = next((o for o in operands(statement) if tests.get(o)), None)
    first = next(iter(tests))

    def write(r: Rendering) -> str:
        said = []
        for operand in operands(statement):
            if operand not in tests:
                said.append(r.text(operand))
            elif asks and operand is (asked or first):
                said.append(reading.value)
        return " and ".join(said)

    reading.work.replace(statement.test, write)
