"""Events that are handed whole to functions of the file, or given to loops, which read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.given_events import gets_only, parameter_of
from unspool_rules.engine.streaming.stream_events import Events, read_event, surface_of
from unspool_rules.engine.streaming.yielded_events import (
    generator_of,
    gives_only,
    in_loop,
    is_of_openai,
    readers_of,
)

_UNSEEN = "the whole event is handed on to code that is not in view"
_Given = list[tuple[Events, ast.expr]]


def hand_over(facts: Facts, found: Sequence[Events]) -> Iterator[tuple[Site, Site]]:
    """Let functions that get nothing but events read them; the rest is a problem.

    Yields:
        Pairs of streams whose events one function reads, which change together.
    """
    every = list(found)
    settled: set[ast.arg] = set()
    handed: set[ast.expr] = set()
    while True:
        given: dict[ast.arg, _Given] = {}
        for events in every:
            for node in events.whole:
                parameter = parameter_of(facts, node)
                if parameter is not None and facts.tree.function(parameter) is not events.place:
                    given.setdefault(parameter, []).append((events, node))
        ready = [p for p in given if p not in settled and _gets_events(facts, p, given[p])]
        looped = list(_give_out(facts, every, handed))
        if not ready and not looped:
            break
        every += looped
        for parameter in ready:
            settled.add(parameter)
            handed.update(node for _, node in given[parameter])
            every.append(_in_function(facts, parameter, given[parameter]))
            owner = given[parameter][0][0].site
            yield from ((owner, events.site) for events, _ in given[parameter][1:])
    for events in every:
        for node in events.whole:
            function = generator_of(facts, node) if is_of_openai(events) else None
            if node in handed:
                continue
            if function is not None and gives_only(facts, function, _whole(every)):
                events.given_out.append((node, function))
            else:
                events.problems.append((node, _UNSEEN))


def _whole(every: Sequence[Events]) -> list[ast.expr]:
    return [node for events in every for node in events.whole]


def _give_out(facts: Facts, every: Sequence[Events], handed: set[ast.expr]) -> Iterator[Events]:
    """Let loops over generators that give events on read them."""
    known = _whole(every)
    for events in every:
        for node in events.whole:
            function = generator_of(facts, node)
            if node in handed or function is None or not is_of_openai(events):
                continue
            others = [e for e in every if e is not events and _gives(facts, e, function)]
            loops = readers_of(facts, function)
            if others or loops is None or not gives_only(facts, function, known):
                continue
            handed.update(n for n in events.whole if generator_of(facts, n) is function)
            for loop in loops:
                yield in_loop(facts, events, loop)


def _gives(facts: Facts, events: Events, function: ast.AST) -> bool:
    return any(generator_of(facts, node) is function for node in events.whole)


def _gets_events(facts: Facts, parameter: ast.arg, given: _Given) -> bool:
    """Whether a parameter is only ever an event, of streams of one kind."""
    one_kind = len({surface_of(events.site) for events, _ in given}) == 1
    return one_kind and gets_only(facts, parameter, [node for _, node in given])


def _in_function(facts: Facts, parameter: ast.arg, given: _Given) -> Events:
    """The events that a function of the file is given."""
    function = facts.tree.function(parameter)
    assert function is not None
    owner = given[0][0]
    inner = Events(facts, owner.site, function, parameter.arg)
    sites = dict.fromkeys(site for events, _ in given for site in (events.site, *events.also))
    inner.also = [site for site in sites if site is not owner.site]
    shapes = [events.shape_at(node) for events, node in given]
    inner.given = shapes[0] if all(shape == shapes[0] for shape in shapes) else None
    variable = facts.scopes.lookup(parameter.arg, facts.scopes.scope_of(parameter))
    reads = facts.scopes.reads(variable) if variable is not None else ()
    read_event(inner, [read for read in reads if isinstance(read, ast.Name)])
    owner.further.append(inner)
    return inner


__all__ = ["hand_over"]
