"""Events that a generator of the file gives on as they are, and the loops that get them there."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.callers import is_named_otherwise
from unspool_rules.engine.streaming.stream_events import Events, read_event, surface_of
from unspool_rules.semantics.functions import calls_of

Function = ast.FunctionDef | ast.AsyncFunctionDef
_PLAIN = frozenset({"staticmethod", "classmethod"})
_YIELDS = (ast.Yield, ast.YieldFrom)


def generator_of(facts: Facts, node: ast.expr) -> Function | None:
    """The generator that gives an event on: ``yield event``, and nothing wraps it."""
    above = facts.tree.parents.get(node)
    function = facts.tree.function(node)
    if not isinstance(above, ast.Yield) or not isinstance(facts.tree.parents[above], ast.Expr):
        return None
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    wrapped = any(ast.unparse(d) not in _PLAIN for d in function.decorator_list)
    return None if wrapped else function


def gives_only(facts: Facts, function: Function, known: Sequence[ast.expr]) -> bool:
    """Whether a generator gives these events, and nothing else."""
    return all(
        isinstance(node, ast.Yield) and node.value in known
        for node in facts.tree.of(*_YIELDS)
        if facts.tree.function(node) is function
    )


def readers_of(facts: Facts, function: Function) -> list[ast.For | ast.AsyncFor] | None:
    """The loops over what a generator gives; None where anything else is done with it."""
    loops: list[ast.For | ast.AsyncFor] = []
    calls = [call for call, _ in calls_of(facts.infer, function)]
    for call in calls:
        loop = facts.tree.parents.get(call)
        if not isinstance(loop, (ast.For, ast.AsyncFor)) or loop.iter is not call:
            return None
        if not isinstance(loop.target, ast.Name):
            return None
        loops.append(loop)
    return loops if loops and not is_named_otherwise(facts, function, calls) else None


def in_loop(facts: Facts, events: Events, loop: ast.For | ast.AsyncFor) -> Events:
    """The events that a loop over a generator gets."""
    assert isinstance(loop.target, ast.Name)
    inner = Events(facts, events.site, loop, loop.target.id)
    inner.also = list(events.also)
    variable = facts.scopes.variable(loop.target)
    reads = facts.scopes.reads(variable) if variable is not None else ()
    inside = [r for r in reads if isinstance(r, ast.Name) and loop in facts.tree.ancestors(r)]
    alone = variable is not None and len(facts.scopes.bindings(variable)) == 1
    read_event(inner, inside)
    for read in reads:
        if alone and read not in inside:
            inner.problems.append((read, "the event is used outside its loop"))
    events.further.append(inner)
    return inner


def is_of_openai(events: Events) -> bool:
    """Whether an event is an object; azure's are tuples."""
    return surface_of(events.site) == "openai"


__all__ = ["generator_of", "gives_only", "in_loop", "is_of_openai", "readers_of"]
