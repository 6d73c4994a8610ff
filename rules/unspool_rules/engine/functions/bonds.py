"""Operations that share tool objects, and must change together."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.functions.objects import FUNCTION_TOOLS, TOOL_SETS
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.scopes import Variable

_RUN = ("run.process", "thread_run.process", "run.stream", "run.submit_stream")
"""Operations during which the SDK called functions by itself."""


def shared_tools(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """Operations that share tool objects, and must change together."""
    shared: dict[Variable, Site] = {}
    automatic = [s for s in facts.sites if s.operation == "functions.auto"]
    for site in facts.sites:
        if automatic and site.azure and site.operation in _RUN:
            yield automatic[0], site
        if site in automatic:
            yield automatic[0], site
        for value in site.arguments.values():
            for variable in _tools_in(facts, value, set()):
                if variable in shared:
                    yield shared[variable], site
                else:
                    shared[variable] = site
    for node in facts.tree.of(ast.Attribute):
        if node.attr in ("execute", "execute_tool_calls"):
            call = facts.tree.parents.get(node)
            if not isinstance(call, ast.Call) or not call.args:
                continue
            origins = [o for a in call.args for o in facts.origins(a)]
            for variable in _tools_in(facts, node.value, set()):
                if variable in shared:
                    for origin in origins:
                        yield shared[variable], origin


def _tools_in(facts: Facts, node: ast.expr, seen: set[Variable]) -> Iterator[Variable]:
    """Variables of tool objects that an expression names, tools of named tool sets included."""
    for inner in ast.walk(node):
        if not isinstance(inner, ast.Name):
            continue
        variable = facts.scopes.variable(inner)
        if variable is None or variable in seen:
            continue
        seen.add(variable)
        names = {
            t.name.rpartition(".")[2]
            for b in facts.scopes.bindings(variable)
            if isinstance(b.value, ast.Call)
            for t in facts.infer.of(b.value.func)
            if isinstance(t, Class)
        }
        if not names & {*FUNCTION_TOOLS, *TOOL_SETS}:
            continue
        yield variable
        for use in facts.scopes.uses(variable):
            parent = facts.tree.parents.get(use)
            if isinstance(parent, ast.Attribute) and parent.attr == "add":
                call = facts.tree.parents.get(parent)
                for argument in call.args if isinstance(call, ast.Call) else ():
                    yield from _tools_in(facts, argument, seen)
