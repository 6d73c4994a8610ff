"""Clients that are connected by a connection string, or closed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.clients.existing import openai_at_hand
from unspool_rules.engine.clients.homes import closes_agents, home_of
from unspool_rules.engine.clients.projects import ENDPOINT_VARIABLE
from unspool_rules.engine.flow.unread_parameters import tell_unread
from unspool_rules.engine.operations.clients import hub
from unspool_rules.engine.operations.clients.connections import connections
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item


def _connect(work: Work, site: Site) -> None:
    """``from_connection_string``: the project is named by its endpoint now."""
    given = work.take(site, "conn_str")
    tell_unread(work.facts, work.plan, [given] if given is not None else [])
    credential = work.take(site, "credential")
    if credential is None:
        work.block(site.anchor, "the credential is not given by name")
        return
    kept = [credential]
    hub.scope(work, site)
    connections(work, site)
    work.note(
        f"a connection string has no endpoint: set `{ENDPOINT_VARIABLE}` to the project's endpoint"
    )

    def items(r: Rendering) -> list[Item]:
        os = r.imports.need_module("os")
        return [
            Item(f'{os}.environ["{ENDPOINT_VARIABLE}"]', "endpoint="),
            r.item("credential=", r.code(credential), credential),
        ]

    func = site.func
    assert isinstance(func, ast.Attribute)
    work.write_call(site, lambda r: r.text(func.value), items, used=kept)


def _close(work: Work, site: Site) -> None:
    """``close()`` stays; the OpenAI client made beside the new client is closed after it."""
    work.transport(site)
    if closes_agents(site):
        _close_agents(work, site)
    elif not _can_follow(work, site):
        work.note("the project's OpenAI client is a second one to close; here only the first is")


def _close_agents(work: Work, site: Site) -> None:
    """``project_client.agents.close()``: only the OpenAI client made of it is left to close."""
    home = home_of(work.facts, site)
    used = any(
        not other.operation.startswith(("agent.", "client."))
        and home_of(work.facts, other) is home
        and openai_at_hand(work.facts, other) is None
        for other in work.facts.sites
    )
    if home is None or site.call is None or not _can_follow(work, site):
        work.block(
            site.anchor,
            "the `agents` of a project are no client of their own: close the project's client",
        )
    elif used:
        work.replace(site.call, lambda r: f"{r.openai(site)}.close()")
    else:
        work.remove(work.tree.statement(site.func))


def _can_follow(work: Work, site: Site) -> bool:
    """Whether a line after the call's own runs just when the call does."""
    statement = work.tree.statement(site.func)
    return (
        site.call is not None
        and isinstance(statement, ast.Expr)
        and statement.value is work.outer(site)
        and work.alone(statement)
    )


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "client.close": _close,
    "client.connect": _connect,
}
