"""A project's client where none can be made beside the legacy one: a function of the module.

What makes an OpenAI client may be a factory, another file or a caller. The project's client takes
nothing from it, so a function can make it where it is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspool_rules.engine.clients.legacy import constructed, has_project, service_of
from unspool_rules.engine.clients.projects import ENDPOINT_VARIABLE
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports import below
from unspool_rules.engine.sites import Site
from unspool_rules.model.settings import Target, TargetService
from unspool_rules.syntax.layout import call, keyword, lay_out

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering

_NAME = "foundry_project"
_MEANING = "The Foundry project that agents, conversations and responses belong to."
_CODE = '''\
@{cache}
def {name}() -> {client}:
    """{meaning}"""
    return {made}
'''


def by_function(facts: Facts, site: Site, target: Target) -> bool:
    """Whether a function of the site's module gives it the project's client.

    A client that comes from out of view may be that of a project already, as long as no agent is
    made through such a client.
    """
    if not _has_no_place(facts, site, target):
        return False
    return constructed(facts, site) is not None or any(
        other.operation.startswith("agent.") and _has_no_place(facts, other, target)
        for other in facts.sites
    )


def _has_no_place(facts: Facts, site: Site, target: Target) -> bool:
    """Whether an OpenAI client goes to Foundry, and shows no place for a project's.

    A client of asyncio belongs to one event loop, which a function that keeps it may outlive.
    """
    return (
        not site.azure
        and not site.asynchronous
        and site.client is not None
        and service_of(site, target) is TargetService.FOUNDRY
        and not has_project(facts, site)
    )


def project_of_function(r: Rendering) -> str:
    """The call of the function that gives the project's client; the module gets it once."""
    client = r.imports.need("azure.ai.projects", "AIProjectClient")
    credential = r.imports.need("azure.identity", "DefaultAzureCredential")
    endpoint = f'{r.imports.need_module("os")}.environ["{ENDPOINT_VARIABLE}"]'
    arguments = [keyword("endpoint", endpoint), keyword("credential", f"{credential}()")]
    made = lay_out(call(client, arguments), indent="    ", column=len("    return "), limit=r.limit)
    cache = r.imports.need("functools", "cache")
    name = below.function(r, _NAME, _MEANING, _CODE, client=client, cache=cache, made=made)
    return f"{name}()"


__all__ = ["by_function", "project_of_function"]
