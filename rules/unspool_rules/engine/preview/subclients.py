"""Sub-clients of a project that are below ``beta`` now."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from packaging.version import Version

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.preview.era import B4, CODE, Era
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import Variable

_MOVED = ("memory_stores", "evaluation_taxonomies", "insights", "red_teams", "schedules")
_BACK = {"evaluators": Version("2.8.0")}
"""Those that are beside ``beta`` again, and since when."""
_ALSO_IN_1 = frozenset({"red_teams"})
_KEYWORDS = {
    ("schedules", "id"): ("schedule_id", Version("2.0.0")),
    ("insights", "id"): ("insight_id", Version("2.0.0")),
    ("evaluation_taxonomies", "body"): ("taxonomy", Version("2.2.0")),
}
"""Keywords of the moved sub-clients' methods that have another name now, and since when."""


def moved(era: Era, node: ast.Attribute) -> Iterator[Spot]:
    away = node.attr in _MOVED or era.version < _BACK.get(node.attr, B4)
    if not away or era.version < B4 or not is_project(era, node.value):
        return
    if node.attr in _ALSO_IN_1 and not era.is_new_api:
        return
    plan = era.plan(node, "moved")
    plan.replacements[node] = lambda r: f"{r.operand(node.value)}.beta.{node.attr}"
    for keyword in _keywords(era, node):
        new, since = _KEYWORDS.get((node.attr, keyword.arg or ""), ("", B4))
        if new and since <= era.version:
            plan.replacements[keyword] = with_keyword(keyword, new)
    if node.attr in ("schedules", "insights") and era.version >= Version("2.0.0"):
        name = "schedule_id" if node.attr == "schedules" else "insight_id"
        if _reads_id(era, node):
            plan.note(f"the results have `{name}` in the place of `id`")
    yield Spot(
        CODE,
        f"`{node.attr}` is below `beta` since azure-ai-projects 2.0.0b4",
        era.tree.span(node),
        symbol=f"azure.ai.projects.AIProjectClient.{node.attr}",
        target=f"project_client.beta.{node.attr}",
        plan=plan,
    )


def with_keyword(keyword: ast.keyword, new: str) -> Writer:
    return lambda r: f"{new}={r.text(keyword.value)}"


def is_project(era: Era, node: ast.expr) -> bool:
    return any(
        client_of(t) == "project" and isinstance(t, Inst) and not t.probable
        for t in era.facts.infer.of(node)
    )


def _keywords(era: Era, node: ast.Attribute) -> Iterator[ast.keyword]:
    """Keywords of the calls through a sub-client, also through a name for it."""
    for receiver in _receivers(era, node):
        method = era.tree.parents.get(receiver)
        call = era.tree.parents.get(method) if isinstance(method, ast.Attribute) else None
        if isinstance(call, ast.Call) and call.func is method:
            yield from call.keywords


def _receivers(era: Era, node: ast.Attribute) -> list[ast.expr]:
    parent = era.tree.parents.get(node)
    if not isinstance(parent, ast.Assign) or not isinstance(parent.targets[0], ast.Name):
        return [node]
    variable = era.facts.scopes.variable(parent.targets[0])
    if variable is None or len(era.facts.scopes.bindings(variable)) != 1:
        return [node]
    return [*era.facts.scopes.reads(variable)]


def _reads_id(era: Era, node: ast.Attribute) -> bool:
    """Whether some result of the sub-client's calls is asked for its ``id``."""
    variables: set[Variable] = set()
    for receiver in _receivers(era, node):
        for parent in era.tree.ancestors(receiver):
            if isinstance(parent, ast.Attribute) and parent.attr == "id":
                return True
            if isinstance(parent, (ast.Assign, ast.For, ast.AsyncFor)):
                targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        variable = era.facts.scopes.variable(target)
                        variables |= {variable} if variable else set()
            if isinstance(parent, ast.stmt):
                break
    return any(
        isinstance(owner := era.tree.parents.get(use), ast.Attribute) and owner.attr == "id"
        for variable in variables
        for use in era.facts.scopes.uses(variable)
    )
