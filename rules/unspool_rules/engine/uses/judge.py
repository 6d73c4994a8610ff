"""Every use of a legacy value: rewritten by the catalogue's outcome for it, or a blocker."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import KINDS as ANNOTATIONS
from unspool_rules.engine.citations import notes
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.steps.shapes import shapes
from unspool_rules.engine.tool_calls.kept_calls import kept
from unspool_rules.engine.uses import holders, stored
from unspool_rules.engine.uses.asked_keys import asked_by_key
from unspool_rules.engine.uses.attributes import attribute
from unspool_rules.engine.uses.failing_tests import never_runs
from unspool_rules.engine.uses.ids import definition_use, foundry
from unspool_rules.engine.uses.kinds import OBJECTS, UNKNOWN, value_kind
from unspool_rules.engine.uses.named import by_name
from unspool_rules.engine.uses.no_calls import is_none
from unspool_rules.engine.uses.printed import say_printed
from unspool_rules.engine.uses.shown import shown_by, unshown
from unspool_rules.engine.uses.status import comparison
from unspool_rules.engine.uses.texts import text_object
from unspool_rules.engine.uses.wholes import whole
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst, Type


def judge(work: Work, node: ast.expr) -> None:
    """Look at one expression that holds a value of the component."""
    if shapes(work).holds(node):
        return
    types = [t for t in work.infer.of(node) if mine(work, t)]
    say_printed(work, node, types)
    kinds = {k for k in map(value_kind, types) if k is not None}
    if "agent" in kinds and not foundry(work, node):
        if unshown(work, node, alone=kinds == {"agent"}):
            return
        if shown_by(work, node):
            kinds.discard("agent")
    if kept(work, node, kinds):
        return
    if kinds <= {"step", UNKNOWN} and _is_of_steps(work, node) and shown_by(work, node):
        return
    if not kinds or _taken_over(work, node) or by_name(work, node, kinds, attribute):
        return
    if node in work.claimed or asked_by_key(work, node, kinds):
        return
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Attribute) and parent.value is node:
        if never_runs(work, node, parent, kinds):
            return
        if isinstance(parent.ctx, ast.Load):
            attribute(work, parent, node, kinds)
        elif kinds != {"text"} or not holders.attribute(work, parent, node):
            work.block(parent, f"`{parent.attr}` of a result is assigned to")
        return
    if isinstance(parent, ast.Subscript) and parent.value is node and kinds & OBJECTS:
        if never_runs(work, node, parent, kinds):
            work.claimed.add(parent)
            return
        _by_key(work, parent)
    if "agent-id" in kinds:
        made = not (isinstance(node, ast.Attribute) and node.attr == "id")
        if made and not foundry(work, node) and not stored.is_kept(work, node):
            definition_use(work, node)
    if isinstance(parent, ast.Compare) and parent.left is node and "part" not in kinds:
        comparison(work, parent, node)
    is_none(work, node, parent, kinds)
    if kinds & ANNOTATIONS:
        notes.whole(work, node, kinds & ANNOTATIONS)
    if kinds == {"text"} and not isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
        if not holders.holds_part(work, node):
            text_object(work, node)
        elif isinstance(parent, ast.Call):
            holders.asked(work, parent, node)
    if kinds == {"agent"} and stored.whole(work, node, parent):
        return
    if kinds & OBJECTS:
        whole(work, node, parent, kinds)


def _is_of_steps(work: Work, node: ast.expr) -> bool:
    made = work.facts.origins(node)
    return bool(made) and all(site.operation.startswith("step.") for site in made)


def _taken_over(work: Work, node: ast.expr) -> bool:
    """Whether the name was given another value right before, one that is no result."""
    if not isinstance(node, ast.Name):
        return False
    variable = work.variable_of(node)
    if variable is None or len(work.facts.scopes.bindings(variable)) < 2:
        return False
    binding = binding_of(work.facts, node)
    return (
        binding is not None
        and isinstance(binding.value, (ast.Call, ast.Constant, ast.JoinedStr))
        and not binding.path
        and isinstance(binding.statement, ast.Assign)
        and not any(mine(work, t) for t in work.infer.of(binding.value))
    )


def mine(work: Work, value: Type) -> bool:
    if not isinstance(value, Inst) or value.site is None:
        return False
    site = work.facts.by_call.get(value.site)
    return site in work.plan.sites or site in work.plan.givens


def _by_key(work: Work, node: ast.Subscript) -> None:
    """A key that is no field of one of azure's models; the others are attributes by now.

    openai's objects are pydantic models, which have no keys before and after; what a call is
    given is a dictionary (``…_params.Message``).
    """
    key = work.string_value(node.slice)
    if key is None or _is_same_class(work, node.value):
        return
    work.claimed.add(node)
    values = work.infer.of(node.value)
    if values and all(isinstance(t, Inst) and _is_model(t.cls) for t in values):
        work.note(f"reading `{key}` by its key fails, as it did: openai's objects have no keys")
    else:
        work.block(node, f"`{key}` is read by its key, which new objects do not have")


def _is_model(name: str) -> bool:
    return name.startswith("openai.") and "_param" not in name and not name.endswith("Param")


def _is_same_class(work: Work, base: ast.expr) -> bool:
    """Whether a listing of openai's vector stores is read: of one class before and after."""
    made = work.facts.origins(base)
    return bool(made) and all(s.operation.startswith("beta_") for s in made)
