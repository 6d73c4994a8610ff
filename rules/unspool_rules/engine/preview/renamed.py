"""Attributes that were renamed when azure-ai-projects 2 became stable: members and a method."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from packaging.version import Version

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.preview.era import CODE, MODELS, Era
from unspool_rules.engine.preview.subclients import is_project

_SINCE = Version("2.0.0")
_MEMBERS = {
    ("RankerVersionType", "DEFAULT2024_11_15"): "DEFAULT_2024_11_15",
    ("ToolChoiceParamType", "WEB_SEARCH_PREVIEW2025_03_11"): "WEB_SEARCH_PREVIEW_2025_03_11",
}
_LATEST = "list_latest_versions"


def renamed(era: Era, node: ast.Attribute) -> Iterator[Spot]:
    if era.version < _SINCE:
        return
    found = _member(era, node) or _method(era, node)
    if found is None:
        return
    symbol, new = found
    plan = era.plan(node, "renamed")
    plan.replacements[node] = lambda r: f"{r.operand(node.value)}.{new}"
    yield Spot(
        CODE,
        f"`{node.attr}` is `{new}` since azure-ai-projects {_SINCE}",
        era.tree.span(node),
        symbol=symbol,
        target=new,
        plan=plan,
    )


def _member(era: Era, node: ast.Attribute) -> tuple[str, str] | None:
    """``RankerVersionType.DEFAULT2024_11_15``, of an enum that is imported from the models."""
    if not isinstance(node.value, ast.Name) or not any(m == node.attr for _, m in _MEMBERS):
        return None
    variable = era.facts.scopes.variable(node.value)
    for binding in era.facts.scopes.bindings(variable) if variable is not None else ():
        statement = era.tree.statement(binding.node)
        if isinstance(statement, ast.ImportFrom) and statement.module == MODELS:
            for alias in statement.names:
                new = _MEMBERS.get((alias.name, node.attr))
                if (alias.asname or alias.name) == node.value.id and new is not None:
                    return f"{MODELS}.{alias.name}.{node.attr}", new
    return None


def _method(era: Era, node: ast.Attribute) -> tuple[str, str] | None:
    """``project_client.evaluators.list_latest_versions``, below ``beta`` or not."""
    part = node.value
    if node.attr != _LATEST or not isinstance(part, ast.Attribute) or part.attr != "evaluators":
        return None
    client = part.value
    if isinstance(client, ast.Attribute) and client.attr == "beta":
        client = client.value
    if not is_project(era, client):
        return None
    return f"azure.ai.projects.operations.EvaluatorsOperations.{_LATEST}", "list"
