"""Streams that functions of the file give to their callers, which read the events."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.engine.flow.callers import is_named_otherwise
from unspool_rules.engine.streaming.entered_streams import LATE, begins_at_once
from unspool_rules.semantics.functions import calls_of
from unspool_rules.syntax.literals import is_empty

if TYPE_CHECKING:
    from unspool_rules.engine.facts import Facts
    from unspool_rules.engine.streaming.streams import Flow, Flows

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_PLAIN = frozenset({"staticmethod", "classmethod"})


def read_by_callers(flows: Flows) -> None:
    """Let what callers in view do with a stream be uses of the stream."""
    for flow in flows.found.values():
        made: dict[ast.expr, ast.expr] = {}
        while (found := _first(flows, flow)) is not None:
            node, function, calls = found
            _refuse_late(flows, flow, node, made)
            flow.others.remove(node)
            flow.givers.append(function)
            for call in calls:
                known = len(flow.others)
                flows.place(flow, call)
                made.update((other, call) for other in flow.others[known:])
        for node in flow.others:
            _refuse_late(flows, flow, node, made)


def _refuse_late(flows: Flows, flow: Flow, node: ast.expr, made: dict[ast.expr, ast.expr]) -> None:
    """What happens between the call and what takes its stream was done before the run began."""
    tree, site = flows.tree, flow.site
    if site.azure or not site.operation.endswith("stream"):
        return
    around = [a for a in tree.ancestors(node) if isinstance(a, (ast.With, ast.AsyncWith))]
    entered = any(item.context_expr in flow.names for a in around for item in a.items)
    if flow.entered in around or entered:
        return
    if not begins_at_once(flows.facts, made.get(node, site.anchor), tree.statement(node)):
        flow.problems.append((node, LATE))


def _first(flows: Flows, flow: Flow) -> tuple[ast.expr, _Function, list[ast.Call]] | None:
    """A stream that is returned to callers which are all in view, the function, and its calls."""
    facts = flows.facts
    if "event_handler" in flow.site.arguments:
        return None
    for node in flow.others:
        if any(node in other.others for other in flows.found.values() if other is not flow):
            continue  # one of several streams
        if flow.entered is not None and flow.entered in facts.tree.ancestors(node):
            continue  # it is closed by then
        function = giver_of(facts, node)
        if function is None or function in flow.givers or not _gives_only(facts, function):
            continue
        calls = [call for call, _ in calls_of(facts.infer, function)]
        if calls and not is_named_otherwise(facts, function, calls):
            return node, function, calls
    return None


def giver_of(facts: Facts, node: ast.expr) -> _Function | None:
    """The function that returns a stream as it is, and that nothing wraps."""
    function = facts.tree.function(node)
    if not isinstance(facts.tree.parents.get(node), ast.Return):
        return None
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    wrapped = any(ast.unparse(d) not in _PLAIN for d in function.decorator_list)
    return None if wrapped else function


def _gives_only(facts: Facts, function: _Function) -> bool:
    """Whether a function returns one stream, and nothing where it returns none."""
    results = facts.infer.stores.results.get(function, [])
    values = [r for r in results if r.value is not None and not is_empty(r.value)]
    return len(values) == 1 and all(isinstance(r, ast.Return) for r in results)


__all__ = ["giver_of", "read_by_callers"]
