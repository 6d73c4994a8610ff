"""Legacy clients that are replaced by a project's, or that nothing uses any more."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from unspool_rules.engine.clients.entered_agents import giving_way
from unspool_rules.engine.clients.legacy import (
    assignment_of,
    constructed,
    has_project,
    service_of,
    target_of,
)
from unspool_rules.engine.clients.moved_files import move_files
from unspool_rules.engine.writing.writers import imported
from unspool_rules.model.settings import TargetService
from unspool_rules.semantics.kinds import client_of
from unspool_rules.syntax.bindings import How, Variable

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


def drop_unused(r: Rendering) -> None:
    """The project's clients take the place of one that only served what goes to Foundry."""
    moved = move_files(r)
    for site in r.sites:
        if site.azure or service_of(site, r.target) is TargetService.OPENAI:
            continue
        made = constructed(r.facts, site)
        if made is not None and site.client is not None and has_project(r.facts, site):
            moved.setdefault(made, set()).add(site.client)
    for made, clients in moved.items():
        statement = assignment_of(r.facts, made)
        if statement is None or not _may_be_dropped(r, statement, made, clients):
            continue
        r.rewritten.setdefault(statement, partial(_comments, statement))
        r.in_place.add(statement)
    _drop_entered(r)


def _drop_entered(r: Rendering) -> None:
    """``agents_client = project.agents``, where the OpenAI client is entered in its place."""
    item = giving_way(r.facts)
    name = item.context_expr if item is not None and item.optional_vars is None else None
    variable = r.facts.scopes.variable(name) if isinstance(name, ast.Name) else None
    if variable is None or (variable.of_module and variable.name in r.imports.exported):
        return
    if not any(site.alias == variable for site in r.sites):
        return
    statement = r.tree.statement(r.facts.scopes.bindings(variable)[0].node)
    alone = isinstance(statement, ast.Assign) and len(statement.targets) == 1
    if alone and r.tree.stands_alone(statement) and len(r.tree.block_of(statement)) > 1:
        r.rewritten.setdefault(statement, partial(_comments, statement))
        r.in_place.add(statement)


def _comments(statement: ast.stmt, r: Rendering) -> list[str]:
    return r.comments_within(r.lines_span(statement))


def _may_be_dropped(
    r: Rendering, statement: ast.stmt, made: ast.Call, clients: set[ast.expr]
) -> bool:
    """Whether a plain assignment makes the client, and all that reads it has moved."""
    if getattr(statement, "value", None) is not made or (
        isinstance(statement, ast.Assign) and len(statement.targets) != 1
    ):
        return False
    if not r.tree.stands_alone(statement) or len(r.tree.block_of(statement)) == 1:
        return False
    target = target_of(statement)
    uses: Sequence[ast.Name | ast.Attribute]
    if isinstance(target, ast.Name):
        variable = r.facts.scopes.variable(target)
        if variable is None or isinstance(variable.scope.node, ast.ClassDef):
            return False
        if variable.of_module and target.id in r.imports.exported:
            return False
        uses = r.facts.scopes.uses(variable)
    elif isinstance(target, ast.Attribute) and target.attr.startswith("_"):
        uses = [n for n in r.tree.nodes if isinstance(n, ast.Attribute) and n.attr == target.attr]
    else:
        return False
    return all(use is target or use in clients for use in uses)


def replace_agents_clients(r: Rendering) -> None:
    for reference in r.facts.references:
        if reference.symbol.endswith(".AgentsClient") and isinstance(
            reference.node, (ast.Name, ast.Attribute)
        ):
            package = "azure.ai.projects.aio" if ".aio" in reference.symbol else "azure.ai.projects"
            r.replacements.setdefault(
                reference.node,
                imported(package, "AIProjectClient"),
            )
    for plan in r.plans:
        for made, writer in plan.constructions.items():
            r.replacements.setdefault(made, writer)
    seen: set[Variable] = set()
    for node in r.tree.nodes:
        if isinstance(node, ast.Name):
            if any(client_of(t) == "agents" for t in r.facts.infer.of(node)):
                variable = r.facts.scopes.variable(node)
                if variable is not None and variable not in seen:
                    seen.add(variable)
                    if all(
                        b.how in (How.ASSIGN, How.ENTER) for b in r.facts.scopes.bindings(variable)
                    ):
                        r.naming.rename(variable, "agents_client", "project_client", r.replacements)
