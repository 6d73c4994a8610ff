"""What is annotated as a stream or an event of one, and where that comes from."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.streaming.yielded_events import generator_of


def streams_of(facts: Facts, owner: ast.AST) -> list[Site]:
    """The operations whose stream, or whose events, an annotated thing holds."""
    found: list[Site] = []
    for flow in facts.flows.values():
        if _holds(facts, flow, owner):
            found += [flow.site, *flow.also]
    for events in _every(facts):
        if isinstance(owner, ast.arg) and _is_event(facts, events, owner):
            found += [events.site, *events.also]
        if any(generator_of(facts, node) is owner for node in events.whole):
            found += [events.site, *events.also]
    return list(dict.fromkeys(found))


def _holds(facts: Facts, flow: Flow, owner: ast.AST) -> bool:
    """Whether an argument, an assigned name or the result of a function is the stream."""
    if isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)):
        given = [n for n in flow.others if isinstance(facts.tree.parents.get(n), ast.Return)]
        return owner in flow.givers or any(facts.tree.function(n) is owner for n in given)
    if isinstance(owner, ast.AnnAssign):
        return owner.value is not None and flow.site.call in (
            owner.value,
            getattr(owner.value, "value", None),
        )
    if not isinstance(owner, ast.arg):
        return False
    variable = facts.scopes.lookup(owner.arg, facts.scopes.scope_of(owner))
    return variable is not None and any(facts.scopes.variable(n) == variable for n in flow.names)


def _every(facts: Facts) -> Iterator[Events]:
    """The pieces of code that read events."""
    loops = [loop.events for flow in facts.flows.values() for loop in flow.loops]
    methods = [m.events for h in facts.handlers for m in h.methods.values() if m.events]
    todo = [*loops, *methods]
    while todo:
        events = todo.pop()
        todo += events.further
        yield events


def _is_event(facts: Facts, events: Events, owner: ast.arg) -> bool:
    return events.place is facts.tree.function(owner) and events.event == owner.arg


__all__ = ["streams_of"]
