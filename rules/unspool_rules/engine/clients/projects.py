"""An ``AIProjectClient`` beside the legacy client."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from unspool_rules.engine.clients.legacy import assignment_of, reaches, target_of
from unspool_rules.engine.plan import CannotRender
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.layout import call, keyword, lay_out

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

ENDPOINT_VARIABLE = "FOUNDRY_PROJECT_ENDPOINT"


def make_project(r: Rendering, site: Site, made: ast.Call) -> str:
    """Make it beside the legacy client, and return its name."""
    statement = assignment_of(r.facts, made)
    if statement is None:
        raise CannotRender("the client is not made by an assignment of its own")
    package = _package(site)
    on_self = isinstance(target_of(statement), ast.Attribute)
    name = "self.project_client" if on_self else r.fresh("project_client", statement)
    cls = r.imports.need(package, "AIProjectClient")
    arguments = [keyword(key, text) for key, text in _project_arguments(r, site, made)]
    indent = r.tree.indent(statement)
    head = f"{name} = "
    alone = r.tree.stands_alone(statement)
    code = lay_out(
        call(cls, arguments),
        indent="",
        column=len(head),
        limit=r.limit - len(indent) if alone else sys.maxsize,
    )
    r.lines.after(statement, head + code)
    return name


def _package(site: Site) -> str:
    return "azure.ai.projects.aio" if site.asynchronous else "azure.ai.projects"


def _project_arguments(r: Rendering, site: Site, made: ast.Call) -> list[tuple[str, str]]:
    """What a project client beside the legacy one is made with."""
    if site.sort == "agents":
        wanted = {k.arg: k.value for k in made.keywords if k.arg}
        for position, key in zip(made.args, ("endpoint", "credential"), strict=False):
            wanted.setdefault(key, position)
        return [
            (key, r.text(wanted[key]))
            for key in dict.fromkeys(("endpoint", "credential", *wanted))
            if key in wanted and key != "api_version"
        ]
    identity = "azure.identity.aio" if site.asynchronous else "azure.identity"
    credential = r.imports.need(identity, "DefaultAzureCredential")
    os = r.imports.need_module("os")
    return [
        ("endpoint", f'{os}.environ["{ENDPOINT_VARIABLE}"]'),
        ("credential", f"{credential}()"),
    ]


def known_project(r: Rendering, site: Site, made: ast.Call) -> ast.stmt | None:
    """The statement that makes a client of the same project, as an earlier fix made it."""
    package = _package(site)
    for node in r.tree.nodes:
        if not isinstance(node, ast.Call) or not any(
            isinstance(t, Class) and t.name == f"{package}.AIProjectClient"
            for t in r.facts.infer.of(node.func)
        ):
            continue
        statement = assignment_of(r.facts, node)
        if statement is None or node.args or not reaches(r.facts, statement, site):
            continue
        given = {k.arg: ast.unparse(k.value) for k in node.keywords}
        wanted = {
            key: ast.unparse(ast.parse(text, mode="eval"))
            for key, text in _project_arguments(r, site, made)
        }
        if given == wanted:
            return statement
    return None
