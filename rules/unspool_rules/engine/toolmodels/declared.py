"""Declarations of names that hold tools: lists of models, and dictionaries for OpenAI."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def declare(work: Work, node: ast.expr, *, listed: bool, typed: bool = False) -> None:
    """``TOOLS: list[ToolParam]``: without it a checker takes a list for one of its first kind only.

    Args:
        typed: whether the tools are models of a project's agents.
    """
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    bindings = [b for b in bindings if not isinstance(b.statement, ast.AugAssign)]
    if variable is None or len(bindings) != 1:
        return
    target = bindings[0].node
    if not (
        isinstance(target, ast.Name)
        and isinstance(bindings[0].statement, ast.Assign)
        and len(bindings[0].statement.targets) == 1
        and bindings[0].statement.targets[0] is target
        and work.facts.scopes.scope_of(target) is variable.scope
    ):
        return
    name = variable.name

    def write(r: Rendering) -> str:
        tool = r.model("Tool") if typed else r.imports.need("openai.types.responses", "ToolParam")
        return f"{name}: list[{tool}]" if listed else f"{name}: {tool}"

    work.propose(target, write)
