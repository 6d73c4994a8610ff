"""Annotated objects from out of view, of callers or of what is called: each planned like a call.

Engine and annotations then see where such an object comes from, as they do for a result.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.models import CALLS, model_of
from unspool_rules.engine.abroad.out_of_view import called, comes_from_project, may_be_of_project
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.annotated import annotated, held_by
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.engine.work import Work
from unspool_rules.model import Target, TargetService
from unspool_rules.semantics.types import Inst, Method, Types

GIVEN = "object.given"
"""The operation of a parameter, or of what only an annotation explains; no client has one."""


def givens(facts: Facts, target: Target) -> list[Site]:
    """A site for each such parameter, made known to the facts."""
    found: list[Site] = []
    for reference in facts.references:
        owner = _owner(facts, reference)
        if owner is None or not isinstance(reference.node, (ast.Name, ast.Attribute)):
            continue
        sites = set(_sites(held_by(facts, owner)))
        made = facts.infer.given.get(owner)
        if made is None or made not in sites or made in facts.by_call:
            continue
        if not isinstance(owner, ast.arg) and comes_from_project(facts, owner):
            continue
        site = _site(facts, reference, reference.node)
        at_openai = service_of(site, target) is TargetService.OPENAI
        if _is_assistant(reference) and at_openai and not facts.keeps_assistants:
            continue  # no object takes its place there
        facts.by_call[made] = site
        found.append(site)
    return found


def _owner(facts: Facts, reference: Reference) -> ast.AST | None:
    """What has an annotation that names a class which has a successor."""
    if model_of(reference.symbol) is None:
        return None
    for above in facts.tree.ancestors(reference.node):
        if isinstance(above, ast.arg):
            return above
        if isinstance(above, ast.stmt):
            return annotated(facts.tree, reference.node)
    return None


def _sites(types: Types) -> Iterator[ast.Call]:
    for value in types:
        if isinstance(value, Inst):
            if value.site is not None:
                yield value.site
            for argument in value.args:
                yield from _sites(argument)


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


def _name(node: ast.AST | None) -> str:
    return str(getattr(node, "name", ""))


def goes_through(work: Work, node: ast.expr, call: ast.Call) -> bool:
    """Whether an object from out of view is handed on to code out of view, so is what it was."""
    made = work.facts.origins(node)
    if not made or any(site.operation != GIVEN for site in made):
        return False
    return not may_be_of_project(work.facts, call.func)


def a(name: str) -> str:
    """The name of a class, as it stands in a sentence."""
    return f"{'an' if name[0] in 'AEIO' else 'a'} `{name}`"


def tell_callers(work: Work) -> None:
    """Say what callers out of view have to give from now on."""
    for site in work.plan.givens:
        if site.operation != GIVEN:
            continue
        node = annotated(work.tree, site.func)
        kept = site.method.name == "Assistant" and not work.foundry(site)
        model = model_of(site.method.qualified)
        assert model is not None  # what has none is no such site
        new = "SimpleNamespace" if kept else model[1]
        new = f"list[{new}]" if site.method.name in CALLS else new
        if isinstance(node, ast.arg):
            work.note(f"`{node.arg}` comes from callers out of view: they must give {a(new)}")
        elif calls := called(node):
            shown = " and ".join(f"`{ast.unparse(c.func)}`" for c in calls)
            work.note(f"{shown} must give {a(new)} from now on: that code is not in view")
        else:
            name = ast.unparse(node.target) if isinstance(node, ast.AnnAssign) else _name(node)
            work.note(f"what stands for `{name}` is not in view: it must be {a(new)}")
    for node, types in work.infer.supposed.items():
        calls = [t.site for t in types if isinstance(t, Inst) and t.site is not None]
        if any(work.facts.by_call.get(call) in work.plan.sites for call in calls):
            work.note(
                f"`{node.arg}` comes from callers out of view: what is read of it says what it "
                "was, and they must give what the new calls of this file give"
            )


__all__ = ["GIVEN", "a", "givens", "goes_through", "tell_callers"]
