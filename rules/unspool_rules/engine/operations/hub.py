"""What else a project's client of the hub betas was asked for: connections, an OpenAI client.

Sources: azure-ai-projects 1.0.0b10 ``azure/ai/projects/operations/_patch.py`` and
``models/_patch.py``, 2.10.0 ``azure/ai/projects/operations/_patch_connections.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.facts import Site
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst

_SAME = {"id", "name"}
"""Attributes of a connection that are called the same in both versions."""
_OTHER = (
    "a connection's `{0}` is read in another way now: see its `target`, `type` and `credentials`"
)
_SCOPE = "the new client has no `scope`: its endpoint names the project"


def connections(work: Work, site: Site) -> None:
    """Calls of ``client.connections`` beside the one that made the client, and its ``scope``."""
    for part in work.tree.nodes:
        if isinstance(part, ast.Attribute) and part.attr == "scope":
            if _is_made_by(work, part.value, site):
                work.block(part, _SCOPE)
        method = work.tree.parents.get(part)
        if not (
            isinstance(part, ast.Attribute)
            and part.attr == "connections"
            and isinstance(method, ast.Attribute)
            and _is_made_by(work, part.value, site)
        ):
            continue
        call = work.tree.parents.get(method)
        if isinstance(call, ast.Call) and method.attr == "get":
            _get(work, call)
        elif not (isinstance(call, ast.Call) and method.attr == "get_default"):
            work.block(method, "the connections of a project are listed in another way now")
        else:
            _read(work, call)


def _is_made_by(work: Work, client: ast.expr, site: Site) -> bool:
    """Whether an expression is the client that a site makes."""
    return any(isinstance(t, Inst) and t.site is site.call for t in work.infer.of(client))


def _get(work: Work, call: ast.Call) -> None:
    for keyword in call.keywords:
        if keyword.arg == "connection_name":

            def write(r: Rendering, value: ast.expr = keyword.value) -> str:
                return f"name={r.text(value)}"

            work.plan.replacements.setdefault(keyword, write)
    _read(work, call)


def _read(work: Work, call: ast.Call) -> None:
    node: ast.expr = call
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Await):
        node, parent = parent, work.tree.parents.get(parent)
    places = [node]
    target = parent.targets[0] if isinstance(parent, ast.Assign) else None
    variable = work.variable_of(target) if target is not None else None
    if variable is not None:
        places = [*work.facts.scopes.reads(variable)]
    elif isinstance(target, ast.Attribute):
        places = [
            n for n in work.tree.nodes if isinstance(n, ast.Attribute) and n.attr == target.attr
        ]
    for place in places:
        read = work.tree.parents.get(place)
        if isinstance(read, ast.Attribute) and read.attr not in _SAME:
            work.block(read, _OTHER.format(read.attr))


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
    return _is_made_by(work, other.client, site)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "other.get_azure_openai_client": openai_client,
}
