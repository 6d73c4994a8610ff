"""The cases of a ``match`` over events, in the terms of a response's events."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import partial

from unspool_rules.catalogue.events import NEW, Shape
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.event_matches import is_rest
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.tool_calls.approvals import asked
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

_FAINT = (
    "that a message or step is in progress is told of by events of its parts: a text begins, code "
    "runs, files are searched; calls of functions have none"
)


def plan_matches(work: Work, events: Events) -> None:
    """Plan the subjects and the patterns."""
    tests = (*events.tests.values(), *events.cases.values())
    if any(shape.faint for test in tests for shape in test.shapes):
        work.note(_FAINT)
    for match in events.matches:
        work.replace(match.subject, lambda _: f"{events.event}.type")
        for case in match.cases:
            test = events.cases.get(case)
            if test is not None and not test.reason:
                work.replace(case.pattern, partial(_pattern, work, events, test.shapes))
            elif is_rest(case) and not _is_idle(case.body):
                work.replace(case.pattern, lambda _: _rest(events.event))


def _is_idle(body: list[ast.stmt]) -> bool:
    return all(isinstance(s, (ast.Pass, ast.Continue)) for s in body)


def _pattern(work: Work, events: Events, shapes: tuple[Shape, ...], _: Rendering) -> Code:
    """The names of the new events; with a guard where these are not all that tells them."""
    shapes = told_apart(work, events, shapes)
    if not any(shape.item or shape.calls is not None for shape in shapes):
        names = dict.fromkeys(name for shape in shapes for name in shape.types)
        return " | ".join(f'"{name}"' for name in names)
    code = condition(events.event, shapes, asked=asked(work))
    return (
        f"_ if {code}"
        if isinstance(code, str)
        else Brackets(f"_ if {code.head}", code.items, commas=False)
    )


def told_apart(work: Work, events: Events, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Events as they have to be told apart in a component."""
    tests = (*events.tests.values(), *events.cases.values())
    others = {s for test in tests for s in test.shapes if s.status} - set(shapes)
    shapes = tuple(_completed(s, others) for s in shapes)
    if work.plan.acts:
        return shapes
    # no response asks for calls that nothing answers
    return tuple(s if s.calls else replace(s, calls=None) for s in shapes)


def _completed(shape: Shape, others: set[Shape]) -> Shape:
    """An event of an item that is done, without those that the code asks for by their status."""
    same = [s for s in others if (s.types, s.item) == (shape.types, shape.item)]
    return replace(shape, status=same[0].status.replace("==", "!=")) if same else shape


def _rest(event: str) -> Code:
    """All events but those of a kind for which a run sent nothing."""
    return Brackets(f"_ if {event}.type not in ", tuple(Item(f'"{name}"') for name in NEW))


__all__ = ["plan_matches", "told_apart"]
