"""Files and vector stores that an OpenAI client keeps, whose agents and runs go to a project.

These calls are not old, but a project sees only what is uploaded to it. They go through its
client with the last of the old calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from unspool_rules.engine.clients.legacy import constructed, has_project, service_of
from unspool_rules.engine.clients.project_functions import by_function, project_of_function
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Site
from unspool_rules.model.settings import Target, TargetService
from unspool_rules.semantics.constants import string_value
from unspool_rules.semantics.kinds import client_of

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

_KEPT = ("files", "vector_stores")
_FOR_AGENTS = ("assistants", "vision", "user_data")
"""Purposes of files that agents get; others are for batches and training, which stay."""
_STAY = (
    "files and vector stores go to the project with the last old call of their client: until then "
    "the project's agents do not see those that are made here"
)


def kept_by(facts: Facts, site: Site) -> Iterator[Site]:
    """What the client of a site, or one of its kind, is asked for its files and stores."""
    for node in facts.tree.of(ast.Attribute):
        if node.attr in _KEPT and isinstance(node.ctx, ast.Load):
            if site.sort in {client_of(t) for t in facts.infer.of(node.value)}:
                yield replace(site, func=node, client=node.value, call=None)


def may_move(facts: Facts, site: Site) -> bool:
    """Whether all files that clients of this kind upload are for agents."""
    for kept in kept_by(facts, site):
        method: ast.AST | None = kept.func
        names: list[str] = []
        while isinstance(method, ast.Attribute):
            names.append(method.attr)
            method = facts.tree.parents.get(method)
        call = method
        if len(names) < 2 or not isinstance(call, ast.Call):
            return False
        if names[0] != "files" or names[-1] != "create":
            continue
        purpose = next((k.value for k in call.keywords if k.arg == "purpose"), None)
        if purpose is None or string_value(facts.infer, purpose) not in _FOR_AGENTS:
            return False
    return True


def tell_kept(facts: Facts, plan_of: Mapping[Site, Plan], target: Target) -> None:
    """Say that files stay with the old client, as long as an old call of it does."""
    mine = [site for site in facts.sites if _goes_to_project(facts, site, target)]
    if not any(plan_of[site].blocked for site in mine):
        return
    if may_move(facts, mine[0]) and any(True for _ in kept_by(facts, mine[0])):
        for site in mine:
            plan_of[site].note(_STAY)


def move_files(r: Rendering) -> dict[ast.Call, set[ast.expr]]:
    """Let these calls go through the project's client, where no old call is left behind.

    Returns:
        By the construction of an old client: the places that it moved from.
    """
    mine = [site for site in r.facts.sites if _goes_to_project(r.facts, site, r.target)]
    if not mine or not all(site in r.sites for site in mine) or not may_move(r.facts, mine[0]):
        return {}
    moved: dict[ast.Call, set[ast.expr]] = {}
    for kept in kept_by(r.facts, mine[0]):
        assert kept.client is not None
        if r.tree.part_of(kept.func) != r.part:
            continue
        made = constructed(r.facts, kept)
        if made is not None and has_project(r.facts, kept):
            moved.setdefault(made, set()).add(kept.client)
            r.replacements.setdefault(kept.client, partial(_through, kept))
        elif by_function(r.facts, kept, r.target):
            r.replacements.setdefault(kept.client, _made_anew)
    return moved


def _goes_to_project(facts: Facts, site: Site, target: Target) -> bool:
    return (
        not site.azure
        and site.client is not None
        and service_of(site, target) is TargetService.FOUNDRY
        and (has_project(facts, site) or by_function(facts, site, target))
    )


def _through(kept: Site, r: Rendering) -> str:
    return r.openai(kept)


def _made_anew(r: Rendering) -> str:
    return f"{project_of_function(r)}.get_openai_client()"


__all__ = ["kept_by", "may_move", "move_files"]
