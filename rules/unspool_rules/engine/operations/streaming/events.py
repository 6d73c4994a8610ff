"""Tests for events, and reads of their data, in the terms of a response's events."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from unspool_rules.catalogue.events import ATTRIBUTES, DONE, NEW, TEXT_CHAINS
from unspool_rules.catalogue.steps import TESTS as STEP_TESTS
from unspool_rules.engine.flow.told import is_told
from unspool_rules.engine.operations.steps.details import follow_details
from unspool_rules.engine.operations.streaming.cut_branches import cut_never
from unspool_rules.engine.operations.streaming.delta_notes import lift
from unspool_rules.engine.operations.streaming.delta_parts import follow
from unspool_rules.engine.operations.streaming.deltas import unroll
from unspool_rules.engine.operations.streaming.event_cases import plan_matches, told_apart
from unspool_rules.engine.operations.streaming.stream_ends import REASON, end
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.event_tests import Test
from unspool_rules.engine.streaming.stream_events import Datum, Events, is_shown, surface_of
from unspool_rules.engine.streaming.streams import Loop
from unspool_rules.engine.tool_calls.approvals import asked
from unspool_rules.engine.uses.returned_dicts import is_unseen
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, lay_out
from unspool_rules.syntax.names import last_name

_UNKNOWN = "which event this is has not been tested here, so its data has no certain place"

_TAKES_APART = frozenset({"loads", "str", "repr", "search", "match", "findall", "split"})
"""Functions that take a text apart, or give it to what may."""

_GIVEN_OUT = (
    "callers of `{}` elsewhere get the events of a response instead of those of a run: they have "
    "to be migrated, too"
)


def take_event(work: Work, loop: Loop) -> bool:
    """Let a loop take the event itself; whether it took the legacy tuple apart."""
    target, event = loop.node.target, loop.events.event
    if isinstance(target, (ast.Tuple, ast.List)):
        work.replace(target, lambda _: event)
        return True
    if loop.unpacking is None:
        return False
    if not work.alone(loop.unpacking):
        work.block(loop.unpacking, "the statement shares its line with another")
    work.remove(loop.unpacking)
    return True


def plan_events(work: Work, events: Events) -> None:
    """Put the new events in the place of the old ones."""
    for node, reason in events.problems:
        if not events.is_dead(node):
            work.block(node, reason)
    for statement in dict.fromkeys(events.named):
        work.remove(statement)
    plan_matches(work, events)
    for typed in events.spoken_types:
        work.replace(typed, lambda _: f"{events.event}.type")
    for question in events.asked:
        work.replace(question, lambda _: f'hasattr({events.event}, "type")')
    for test in events.tests.values():
        if test.never:
            cut_never(work, events, test)
        elif not test.reason and test.shapes != (DONE,):
            _test(work, events, test)
    for datum in events.data:
        plan_datum(work, events, datum)
    for node, function in events.given_out:
        if is_unseen(work, function):
            work.note(_GIVEN_OUT.format(function.name))
        else:
            work.block(node, "the whole event is handed on to code that is not in view")
    for inner in events.further:
        for test in inner.tests.values():
            if test.shapes == (DONE,) and isinstance(inner.place, (ast.For, ast.AsyncFor)):
                end(work, inner.place, inner, test)
            elif test.shapes == (DONE,):
                work.block(test.node, REASON)
        plan_events(work, inner)
        keep_new_out(work, inner, getattr(inner.place, "body", []))


def _test(work: Work, events: Events, test: Test) -> None:
    parent = work.tree.parents.get(test.node)
    tight = isinstance(parent, (ast.BoolOp, ast.UnaryOp, ast.Compare))

    def write(r: Rendering) -> Code:
        code = condition(events.event, told_apart(work, events, test.shapes), asked=asked(work))
        if isinstance(code, str):
            return code.replace(" == ", " != ", 1) if test.negated else code
        if test.negated:
            return replace(code, head=f"not {code.head}")
        text = flat(code)
        assert text is not None
        if tight and not (text.startswith("(") and _joined(parent, code)):
            return code
        inner = text[1:-1]
        start = work.tree.span(test.node).start
        column = start - work.tree.lines.line_start(start)
        return inner if column + len(inner) + 1 <= r.limit else code

    work.replace(test.node, write)


def _joined(parent: ast.AST | None, code: Brackets) -> bool:
    """Whether a condition may stand in the parent without brackets of its own."""
    words = {item.prefix.strip() for item in code.items[1:]}
    word = "and" if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And) else "or"
    return isinstance(parent, ast.BoolOp) and words == {word}


def new_kinds(event: str) -> Code:
    """A test that an event is not of a kind for which a run sent nothing."""
    return Brackets(f"{event}.type not in ", tuple(Item(f'"{name}"') for name in NEW))


def keep_new_out(work: Work, events: Events, body: list[ast.stmt]) -> None:
    """Keep events that did not exist from the ``else`` of tests for events."""
    for statement in body:
        if not isinstance(statement, ast.If) or not _is_about(events, statement.test):
            continue
        last = statement
        while len(last.orelse) == 1 and isinstance(last.orelse[0], ast.If):
            inner = last.orelse[0]
            if not work.tree.source.startswith("elif", work.tree.span(inner).start):
                break
            last = inner
        if last.orelse:
            _guard(work, events, last)


def _is_about(events: Events, node: ast.expr) -> bool:
    return any(inner in events.tests for inner in ast.walk(node) if isinstance(inner, ast.expr))


def _guard(work: Work, events: Events, branch: ast.If) -> None:
    start = work.tree.span(branch.body[-1]).end
    between = work.tree.source[start : work.tree.span(branch.orelse[0]).start]
    found = list(re.finditer(r"^[ \t]*(else)[ \t]*:", between, re.MULTILINE))
    if not found:
        work.block(branch.orelse[0], "the `else` branch would see events that a run did not have")
        return
    word = ast.Pass()
    work.tree.place(word, start + found[-1].start(1), start + found[-1].end(1), branch)
    work.replace(word, lambda r: _elif(work, r, events, branch))


def _elif(work: Work, r: Rendering, events: Events, branch: ast.If) -> str:
    indent = work.tree.indent(branch)
    start = len(indent) + len("elif ")
    test = lay_out(new_kinds(events.event), indent=indent, column=start, limit=r.limit, reserve=1)
    return f"elif {test}"


# -- data ------------------------------------------------------------------------------------------


def plan_datum(work: Work, events: Events, datum: Datum) -> None:
    node, kind = datum.node, datum.shape.kind if datum.shape is not None else ""
    value, event = datum.value, events.event
    if kind in ("run", "message", "part"):
        work.replace(node, lambda _: value)
        return
    parent = work.tree.parents.get(node)
    if not (isinstance(parent, ast.Attribute) and parent.value is node):
        if kind == "delta" and (lift(work, events, datum) or follow(work, events, datum)):
            return
        if kind == "error" and surface_of(events.site) == "azure" and _is_given_on(work, node):
            work.replace(node, lambda _: value)
            return
        tested = kind in ("delta", "error") and _is_test(work, node)
        if is_shown(work.facts, node) or tested or (kind == "error" and is_told(work, node)):
            work.replace(node, lambda _: value)
        else:
            work.block(node, _UNKNOWN if not kind else "the whole object has no counterpart")
        return
    if kind == "delta":
        chain = text_chain(work, node)
        if chain is not None:
            work.replace(chain, lambda _: value)
            return
        if unroll(work, datum) or lift(work, events, datum) or follow(work, events, datum):
            return
    if (kind, parent.attr) == ("step", "type"):
        _type_of_step(work, parent, value)
        return
    if follow_details(work, events, datum):
        return
    form = ATTRIBUTES.get((kind, parent.attr))
    if (kind, parent.attr) == ("step", "step_details") and is_shown(work.facts, parent):
        form = "{value}"
    if form is None or ("{event}" in form and not event):
        work.block(
            parent,
            _UNKNOWN
            if not kind
            else f"`{parent.attr}` of this event's data has no counterpart that is certain",
        )
        return
    text = form.format(event=event, value=value)
    work.replace(parent, lambda _: text)


def _type_of_step(work: Work, read: ast.Attribute, value: str) -> None:
    """What kind of step this is: the types of items have other names."""
    compare = work.tree.parents.get(read)
    if isinstance(compare, ast.Compare) and compare.left is read and len(compare.ops) == 1:
        kind = work.string_value(compare.comparators[0])
        no = "not " if isinstance(compare.ops[0], ast.NotEq) else ""
        if kind == "tool_calls" and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
            work.replace(compare, lambda _: no + STEP_TESTS[kind].format(value))
            return
    elif is_shown(work.facts, read):
        work.replace(read, lambda _: f"{value}.type")
        return
    work.block(read, "the types of items have other names")


def _is_given_on(work: Work, node: ast.expr) -> bool:
    """Whether a text only goes into a container, or to a function that makes no text of it."""
    parent = work.tree.parents.get(node)
    while isinstance(parent, (ast.Dict, ast.List, ast.Tuple)) and isinstance(node, ast.expr):
        node, parent = parent, work.tree.parents.get(parent)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call) and parent.func is not node:
        return last_name(parent.func) not in _TAKES_APART
    return isinstance(parent, (ast.Return, ast.Yield)) and not isinstance(node, ast.Name)


def _is_test(work: Work, node: ast.expr) -> bool:
    parent = work.tree.parents.get(node)
    return isinstance(parent, (ast.If, ast.IfExp)) and parent.test is node


def text_chain(work: Work, node: ast.expr) -> ast.expr | None:
    """The expression around a delta that reads its text; a test whether there is any, too."""
    for chain in TEXT_CHAINS:
        current, length = node, 0
        for step in chain:
            parent = work.tree.parents.get(current)
            if isinstance(step, str):
                if not (isinstance(parent, ast.Attribute) and parent.attr == step):
                    break
            elif not (
                isinstance(parent, ast.Subscript)
                and parent.value is current
                and isinstance(parent.slice, ast.Constant)
                and parent.slice.value == step
            ):
                break
            current, length = parent, length + 1
        if length == len(chain) or (length > 1 and is_truth(work.tree, current)):
            return current
    return None
