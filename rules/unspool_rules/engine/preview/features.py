"""``foundry_features=`` of single calls, which 2.0.0b4 had and no version after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from packaging.version import Version

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.preview.era import CODE, Era
from unspool_rules.engine.preview.subclients import is_project

_SINCE = Version("2.0.0")
_SYMBOL = "azure.ai.projects.foundry_features"
_REASON = (
    "`foundry_features=` has to go, and the client be made with `allow_preview=True` if the "
    "feature is still in preview"
)


def opted_in(era: Era, node: ast.Call) -> Iterator[Spot]:
    if era.version < _SINCE:
        return
    keyword = next((k for k in node.keywords if k.arg == "foundry_features"), None)
    if keyword is None or not isinstance(node.func, ast.Attribute) or not _of_project(era, node):
        return
    plan = era.plan(keyword, "features")
    plan.block(era.tree.span(keyword), _REASON)
    yield Spot(
        CODE,
        f"`foundry_features=` is gone since azure-ai-projects {_SINCE}; use `allow_preview=` of "
        "the client",
        era.tree.span(keyword),
        symbol=_SYMBOL,
        target="AIProjectClient(endpoint=..., credential=..., allow_preview=True)",
        plan=plan,
    )


def _of_project(era: Era, call: ast.Call) -> bool:
    """Whether the call goes through a sub-client of a project, below ``beta`` or not."""
    node: ast.expr = call.func
    while isinstance(node, ast.Attribute):
        node = node.value
        if is_project(era, node):
            return True
    return False
