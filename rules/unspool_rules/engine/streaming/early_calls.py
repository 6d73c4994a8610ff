"""Callbacks that come before a response is complete, and what they may not do about its run.

A run that asked for outputs stood still, and its handler was told of the last tool call then. An
item of a response is told of while the response goes on: nothing can be handed in yet, and who
fetches the response finds no calls in it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from unspool_rules.catalogue.events import ANY, CALLBACKS, ERROR, RUN
from unspool_rules.engine.facts import Facts

_REASONS = dict.fromkeys(
    ("run.submit", "run.submit_poll", "run.submit_stream"),
    "the response goes on when this callback is called: collect the calls, and hand in their "
    "outputs at the end of the stream",
) | dict.fromkeys(
    ("run.get", "run.poll"),
    "the response goes on when this callback is called: ask for it at the end of the stream",
)
_LATE = frozenset({RUN.kind, ANY.kind, ERROR.kind})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_early(facts: Facts, node: ast.ClassDef, surface: str) -> Iterator[tuple[ast.AST, str]]:
    """Operations on a run that a handler class does at events of a response's items."""
    methods = {
        s.name: s for s in node.body if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    early = {c.name for c in CALLBACKS[surface] if c.shape.kind not in _LATE}
    reached = _reached(methods, early & methods.keys())
    for site in facts.sites:
        reason = _REASONS.get(site.operation)
        if reason and any(above in reached for above in facts.tree.ancestors(site.func)):
            yield site.func, reason


def _reached(methods: Mapping[str, Function], names: set[str]) -> set[ast.AST]:
    """Methods of these names, and those that they name in turn."""
    waiting, seen = [*names], set(names)
    while waiting:
        for inner in ast.walk(methods[waiting.pop()]):
            named = inner.attr if isinstance(inner, ast.Attribute) else ""
            if named in methods and named not in seen:
                seen.add(named)
                waiting.append(named)
    return {methods[name] for name in seen}


__all__ = ["too_early"]
