"""Annotations that name a legacy class where nothing in view says where the objects come from.

A field that nobody fills here, a parameter whose callers give what cannot be followed. Where
nothing here reads such an object, only the name is old: it changes with the calls that make such
objects.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from unspool_rules.catalogue.models import INPUT, MODELS, model_of
from unspool_rules.engine.abroad.given import GIVEN, a
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.annotated import annotated, is_decorated
from unspool_rules.engine.flow.constructed import constructions_of
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.given import is_of_the_file
from unspool_rules.semantics.types import Inst

_RUNS = ("run.", "thread_run.")
_MAKERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    MODELS["Thread"]: ("thread.",),
    MODELS["Run"]: _RUNS,
    MODELS["Message"]: ("message.",),
    INPUT: ("thread.create", "message.create", "thread_run."),
}
"""Models that stand for all objects of a kind, and the operations that give or take these."""


def waits_for(
    facts: Facts, reference: Reference, owner: ast.AST, plan_of: Mapping[Site, Plan]
) -> set[str] | None:
    """The groups that an annotation changes with, or None where it stays as it is."""
    makers = _MAKERS.get(model_of(reference.symbol) or ("", ""))
    if makers is None or not _is_only_named(facts, reference, plan_of):
        return None
    if is_decorated(owner) or (
        isinstance(owner, ast.arg) and not is_of_the_file(facts.infer, owner)
    ):
        return None
    if any(_is_read(facts, node, reference.symbol) for node in facts.tree.of(ast.Attribute)):
        return None
    return _groups(plan_of, makers)


def wait_for_makers(facts: Facts, plan_of: Mapping[Site, Plan]) -> None:
    """What callers in view take from where it is not followed waits for what makes such objects."""
    for site, plan in plan_of.items():
        owner = annotated(facts.tree, site.func) if site.operation == GIVEN else None
        function = facts.tree.function(owner) if isinstance(owner, ast.arg) else None
        if function is None or not isinstance(owner, ast.arg):
            continue
        model = model_of(site.method.qualified)
        makers = ("agent.",) if model == MODELS["Agent"] else _MAKERS.get(model or ("", ""), _RUNS)
        if arguments_for(facts.infer, function, owner):
            plan.waits_for |= _groups(plan_of, makers) - {plan.group}


def _groups(plan_of: Mapping[Site, Plan], makers: tuple[str, ...]) -> set[str]:
    return {plan.group for site, plan in plan_of.items() if site.operation.startswith(makers)}


def told(owner: ast.AST, name: str) -> str | None:
    """What a person has to know of such an annotation; nothing where the object is made here."""
    if isinstance(owner, ast.AnnAssign) and isinstance(owner.value, ast.Dict):
        return None
    shown = getattr(owner, "arg", None) or getattr(owner, "name", None)
    if isinstance(owner, ast.AnnAssign):
        shown = ast.unparse(owner.target)
    return f"what stands for `{shown}` is not in view: it must be {a(name)}"


def _is_only_named(facts: Facts, reference: Reference, plan_of: Mapping[Site, Plan]) -> bool:
    """Whether a class is imported and named in annotations, and nothing else is done with it."""
    plans = {id(plan): plan for plan in plan_of.values()}.values()
    for call in constructions_of(facts, reference.symbol):
        if not any(call in plan.replacements for plan in plans):
            return False
    return all(
        isinstance(other.node, ast.alias)
        or annotated(facts.tree, other.node) is not None
        or isinstance(facts.tree.parents.get(other.node), ast.Call)
        or any(other.node in plan.replacements for plan in plans)
        for other in facts.references
        if other.symbol == reference.symbol
    )


def _is_read(facts: Facts, node: ast.AST, symbol: str) -> bool:
    """Whether something is read of an object of a class that comes from nowhere in view."""
    if not isinstance(node, ast.Attribute):
        return False
    return any(
        isinstance(t, Inst) and t.cls == symbol and (t.site is None or t.site not in facts.by_call)
        for t in facts.infer.of(node.value)
    )


__all__ = ["told", "wait_for_makers", "waits_for"]
