"""Operations that share tool objects, and must change together."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.functions.made import FUNCTION_TOOLS, TOOL_SETS
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.types import Class, Inst

_RUN = ("run.process", "thread_run.process", "run.stream", "run.submit_stream")
"""Operations during which the SDK called functions by itself."""


def shared_tools(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """Operations that share tool objects, and must change together."""
    shared: dict[ast.Call, Site] = {}
    automatic = [s for s in facts.sites if s.operation == "functions.auto"]
    for site in facts.sites:
        if automatic and site.azure and site.operation in _RUN:
            yield automatic[0], site
        if site in automatic:
            yield automatic[0], site
        for value in site.arguments.values():
            for made in _tools_in(facts, value, set()):
                if made in shared:
                    yield shared[made], site
                else:
                    shared[made] = site
    for node in facts.tree.of(ast.Attribute):
        if node.attr in ("execute", "execute_tool_calls"):
            call = facts.tree.parents.get(node)
            if not isinstance(call, ast.Call) or not call.args:
                continue
            origins = [o for a in call.args for o in facts.origins(a)]
            for made in _tools_in(facts, node.value, set()):
                if made in shared:
                    for origin in origins:
                        yield shared[made], origin


def _tools_in(facts: Facts, node: ast.expr, seen: set[ast.Call]) -> Iterator[ast.Call]:
    """The tool objects that an expression names, tools of tool sets included."""
    for inner in ast.walk(node):
        if not isinstance(inner, (ast.Name, ast.Attribute, ast.Call)):
            continue
        for value in facts.infer.of(inner):
            made = value.site if isinstance(value, Inst) else None
            if made is None or made in seen or not _is_tool(facts, made):
                continue
            seen.add(made)
            yield made
            for call in _additions(facts):
                if any(isinstance(t, Inst) and t.site is made for t in facts.infer.of(_set(call))):
                    for argument in call.args:
                        yield from _tools_in(facts, argument, seen)


def _is_tool(facts: Facts, made: ast.Call) -> bool:
    names = {t.name.rpartition(".")[2] for t in facts.infer.of(made.func) if isinstance(t, Class)}
    return bool(names & {*FUNCTION_TOOLS, *TOOL_SETS})


def _additions(facts: Facts) -> list[ast.Call]:
    return [
        call
        for call in facts.tree.of(ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "add"
    ]


def _set(call: ast.Call) -> ast.expr:
    assert isinstance(call.func, ast.Attribute)
    return call.func.value
