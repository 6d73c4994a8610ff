"""Members of the old enums become strings."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.index import lookup
from unspool_rules.engine.beside.enum_places import is_declared, is_only_a_string
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.references.drafts import Drafts
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.semantics.constants import is_meant

_EVENTS = "UNS602"


def plan_member(drafts: Drafts, reference: Reference) -> None:
    tree, facts = drafts.tree, drafts.facts
    member = tree.parents.get(reference.node)
    if not isinstance(member, (ast.Attribute, ast.Call)):
        return
    value = drafts.reader.enum_value(member)
    entry = lookup(reference.symbol)
    if value is None or (entry is not None and entry.code == _EVENTS):
        return  # an event's old name is no name of an event of a response
    parent = tree.parents.get(member)
    place: ast.expr = member
    if isinstance(parent, ast.Attribute) and parent.attr in ("value", "name"):
        named = member.attr if isinstance(member, ast.Attribute) else None
        value = value if parent.attr == "value" else named
        place, parent = parent, tree.parents.get(parent)
    if value is None or (isinstance(parent, ast.Attribute) and not hasattr(str, parent.attr)):
        return
    plan = drafts.new(place, reference)
    plan.within = _call_around(facts, place)
    plan.replacements[place] = lambda _: f'"{value}"'
    if isinstance(member, ast.Attribute) and is_meant(reference.symbol, member.attr):
        plan.note(f"there never was a `{ast.unparse(member)}`: the program failed here")
    if isinstance(parent, ast.Compare) and any(
        isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops
    ):
        plan.block(tree.span(parent), "strings are compared by `==`, not by identity")
    elif is_declared(facts, member, parent):
        name = reference.symbol.rpartition(".")[2]
        plan.block(tree.span(member), f"it stands where a `{name}` is declared")
    elif place is member and not is_only_a_string(facts, member, parent):
        plan.note("a string takes the enum member's place: it is printed in another way")


def _call_around(facts: Facts, node: ast.expr) -> Site | None:
    for parent in facts.tree.ancestors(node):
        if isinstance(parent, ast.Call) and parent in facts.by_call:
            return facts.by_call[parent]
        if isinstance(parent, ast.stmt):
            return None
    return None
