"""Streams that are handed to functions of the file, which read their events."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspool_rules.engine.streaming.given_events import gets_only, parameter_of
from unspool_rules.engine.streaming.stream_events import surface_of

if TYPE_CHECKING:
    from unspool_rules.engine.facts import Facts
    from unspool_rules.engine.sites import Site
    from unspool_rules.engine.streaming.streams import Flow, Flows

_Given = list[tuple["Flow", ast.expr]]


def read_by_functions(flows: Flows) -> Iterator[tuple[Site, Site]]:
    """Let a function's uses of its parameter be uses of the streams that it is given.

    Yields:
        Pairs of streams that the same function reads, which change together.
    """
    facts = flows.facts
    settled: set[ast.arg] = set()
    while True:
        given: dict[ast.arg, _Given] = {}
        for flow in flows.found.values():
            for use in flow.others:
                parameter = parameter_of(facts, use)
                if parameter is not None:
                    given.setdefault(parameter, []).append((flow, use))
        parameter = next((p for p in given if p not in settled), None)
        if parameter is None:
            return
        settled.add(parameter)
        if not _only_streams(facts, parameter, given[parameter]):
            continue
        owner = given[parameter][0][0]
        known = len(owner.loops)
        for flow, use in given[parameter]:
            flow.others.remove(use)
            flow.handed = True
            if flow is not owner:
                yield owner.site, flow.site
        variable = facts.scopes.lookup(parameter.arg, facts.scopes.scope_of(parameter))
        for read in facts.scopes.reads(variable) if variable is not None else ():
            if isinstance(read, ast.Name):
                owner.names.append(read)
                flows.use(owner, read)
        for loop in owner.loops[known:]:
            fellows = [s for f, _ in given[parameter] for s in (f.site, *f.also)]
            loop.events.also = [s for s in dict.fromkeys(fellows) if s is not owner.site]


def _only_streams(facts: Facts, parameter: ast.arg, given: _Given) -> bool:
    """Whether all that a parameter ever is are streams of one kind, which no handler reads."""
    flows = [flow for flow, _ in given]
    kinds = {(surface_of(f.site), f.site.asynchronous) for f in flows}
    return (
        len(kinds) == 1
        and not any("event_handler" in f.site.arguments for f in flows)
        and gets_only(facts, parameter, [use for _, use in given])
    )
