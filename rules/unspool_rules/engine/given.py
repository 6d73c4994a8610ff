"""Parameters that get legacy objects from callers out of view: each is planned like a call.

Engine and annotations then see where such an object comes from, as they do for a result.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.models import MODELS
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts, Reference, Site
from unspool_rules.engine.work import Work
from unspool_rules.model import Target, TargetService
from unspool_rules.semantics.types import Inst, Method

GIVEN = "object.given"
"""The operation of a parameter; no call of a client is one."""


def givens(facts: Facts, target: Target) -> list[Site]:
    """A site for each such parameter, made known to the facts."""
    found: list[Site] = []
    for reference in facts.references:
        node = _parameter(facts, reference)
        if node is None or not isinstance(reference.node, (ast.Name, ast.Attribute)):
            continue
        variable = facts.scopes.lookup(node.arg, facts.scopes.scope_of(node))
        if variable is not None:
            facts.infer.variable(variable)
        made = facts.infer.given.get(node)
        if made is None or made in facts.by_call:
            continue
        site = _site(facts, reference, reference.node)
        at_openai = service_of(site, target) is TargetService.OPENAI
        if _is_assistant(reference) and at_openai and not facts.keeps_assistants:
            continue  # no object takes its place there
        facts.by_call[made] = site
        found.append(site)
    return found


def _parameter(facts: Facts, reference: Reference) -> ast.arg | None:
    """The parameter whose annotation names a class that has a successor."""
    if reference.symbol.rpartition(".")[2] not in MODELS:
        return None
    for above in facts.tree.ancestors(reference.node):
        if isinstance(above, ast.arg):
            return above
        if isinstance(above, ast.stmt):
            return None
    return None


def _is_assistant(reference: Reference) -> bool:
    return reference.symbol.endswith(".Assistant")


def _site(facts: Facts, reference: Reference, node: ast.Name | ast.Attribute) -> Site:
    module, _, name = reference.symbol.rpartition(".")
    openai = "azure-openai" if facts.only_azure_openai else "openai"
    return Site(
        GIVEN,
        node,
        None,
        Method(None, module, name),
        None,
        openai if module.startswith("openai.") else "agents",
        None,
        asynchronous=False,
        probable=False,
    )


def tell_callers(work: Work) -> None:
    """Say what callers out of view have to give from now on."""
    for site in work.plan.givens:
        if site.operation != GIVEN:
            continue
        node = next(a for a in work.tree.ancestors(site.func) if isinstance(a, ast.arg))
        kept = site.method.name == "Assistant" and not work.foundry(site)
        new = "SimpleNamespace" if kept else MODELS[site.method.name][1]
        work.note(f"`{node.arg}` comes from callers out of view: they must give a `{new}`")
    for node, types in work.infer.supposed.items():
        calls = [t.site for t in types if isinstance(t, Inst) and t.site is not None]
        if any(work.facts.by_call.get(call) in work.plan.sites for call in calls):
            work.note(
                f"`{node.arg}` comes from callers out of view: what is read of it says what it "
                "was, and they must give what the new calls of this file give"
            )


__all__ = ["GIVEN", "givens", "tell_callers"]
