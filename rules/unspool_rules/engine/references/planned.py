"""Legacy names that are no operations: annotations, enum members, imports, parts of clients."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from unspool_rules.catalogue.models import RENAMED
from unspool_rules.engine.beside import lone_annotations
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.annotated import annotated
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.references.annotations import Annotations
from unspool_rules.engine.references.client_parts import ClientParts
from unspool_rules.engine.references.drafts import Drafts
from unspool_rules.engine.references.enum_members import plan_member
from unspool_rules.engine.references.imports import Imports
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.engine.uses.printed import is_enum
from unspool_rules.model import Target


def plan_references(
    facts: Facts, plan_of: Mapping[Site, Plan], target: Target
) -> tuple[list[Plan], set[ast.AST]]:
    """What can be said about the references of a file, given the plans of its sites.

    Returns:
        The plans of references that stand by themselves, as the others join those of their
        sites; and the parts of clients whose names are removed.
    """
    drafts = Drafts(facts, plan_of, target)
    imports, annotations = Imports(drafts), Annotations(drafts)
    for reference in facts.references:
        if isinstance(reference.node, ast.alias):
            imports.plan(reference, reference.node)
        elif reference.part:
            continue
        elif reference.symbol in RENAMED:
            _rename(drafts, reference, *RENAMED[reference.symbol])
        elif is_enum(reference.symbol):
            plan_member(drafts, reference)
        elif annotated(facts.tree, reference.node) is not None:
            annotations.plan(reference)
        else:
            annotations.tell_modelled(reference)
    lone_annotations.wait_for_makers(facts, plan_of)
    parts = ClientParts(drafts)
    parts.plan()
    return drafts.plans, parts.gone


def _rename(drafts: Drafts, reference: Reference, module: str, name: str) -> None:
    plan = drafts.new(reference.node, reference)
    plan.replacements[reference.node] = lambda r: r.imports.need(module, name)
    plan.traces = True
    plan.note(f"`{name}` traces the new clients only")
