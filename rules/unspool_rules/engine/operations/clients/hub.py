"""What else a project's client of the hub betas was asked for: its scope, an OpenAI client.

Sources: azure-ai-projects 1.0.0b10 ``azure/ai/projects/operations/_patch.py`` and
``models/_patch.py``, 2.10.0 ``azure/ai/projects/operations/_patch_connections.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.operations.clients.connections import is_made_by
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

_SCOPE = "the new client has no `scope`: its endpoint names the project"


def scope(work: Work, site: Site) -> None:
    """The ``scope`` of the client that a call makes."""
    for part in work.tree.of(ast.Attribute):
        if part.attr == "scope" and is_made_by(work, part.value, site):
            work.block(part, _SCOPE)


# -- the OpenAI client -----------------------------------------------------------------------------


def openai_client(work: Work, site: Site) -> None:
    """``client.inference.get_azure_openai_client()``: the project's own OpenAI client."""
    func = site.func
    group = func.value if isinstance(func, ast.Attribute) else None
    if not (isinstance(group, ast.Attribute) and group.attr == "inference"):
        work.block(site.anchor, "the project's client is not in view here")
        return
    work.take(site, "api_version")
    work.refuse(
        site, {"connection_name": "the new client is that of the project, not of a connection"}
    )
    if any(_comes_from(work, other, site) for other in work.facts.sites):
        work.block(site.anchor, "assistants are reached through this client")
    if site.asynchronous and not work.must_await(site):
        return
    client = group.value
    work.write_call(
        site,
        lambda r: f"{r.operand(client)}.get_openai_client",
        lambda _: [],
        used=(site.arguments.get("api_version"),),
        node=work.outer(site),
    )
    work.note(
        "the OpenAI client is that of the project now: it signs in with Entra ID, speaks the v1 "
        "API, and reaches the project's own deployments"
    )


def _comes_from(work: Work, other: Site, site: Site) -> bool:
    """Whether a call goes through the client that another call handed out."""
    if other.client is None or other is site:
        return False
    return is_made_by(work, other.client, site)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "other.get_azure_openai_client": openai_client,
}
