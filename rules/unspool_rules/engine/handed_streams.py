"""Streams that are handed to functions of the file, which read their events."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspool_rules.engine.exports import is_taken
from unspool_rules.engine.stream_events import surface_of
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.engine.facts import Facts, Site
    from unspool_rules.engine.streams import Flow, Flows

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
                parameter = _parameter_of(facts, use)
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
            loop.events.also = [f.site for f, _ in given[parameter] if f is not owner]


def _parameter_of(facts: Facts, use: ast.expr) -> ast.arg | None:
    """The parameter of a function of the file that a stream is given to."""
    call = facts.tree.parents.get(use)
    if isinstance(call, ast.keyword):
        call = facts.tree.parents.get(call)
    if not isinstance(call, ast.Call):
        return None
    callees = facts.infer.of(call.func)
    users = [c for c in callees if isinstance(c, UserFunction)]
    if len(callees) != 1 or not users:
        return None
    return parameter_for(users[0].node, use, call, users[0].bound)


def _only_streams(facts: Facts, parameter: ast.arg, given: _Given) -> bool:
    """Whether all that a parameter ever is are streams of one kind, which no handler reads."""
    function = facts.tree.function(parameter)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    flows = [flow for flow, _ in given]
    kinds = {(surface_of(f.site), f.site.asynchronous) for f in flows}
    variable = facts.scopes.lookup(parameter.arg, facts.scopes.scope_of(parameter))
    known = {use for _, use in given}
    return (
        variable is not None
        and len(facts.scopes.bindings(variable)) == 1
        and len(kinds) == 1
        and not any("event_handler" in f.site.arguments for f in flows)
        and set(arguments_for(facts.infer, function, parameter)) == known
        and not _is_kept(facts, function)
    )


def _is_kept(facts: Facts, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function is used in another way than by being called here."""
    variable = facts.scopes.lookup(function.name, facts.scopes.scope_of(function))
    if variable is not None and variable.of_module and is_taken(facts, variable):
        return True
    return any(
        last_name(node) == function.name
        and isinstance(node.ctx, ast.Load)
        and not (isinstance(call := facts.tree.parents.get(node), ast.Call) and call.func is node)
        for node in facts.tree.of(ast.Name, ast.Attribute)
    )
