"""Legacy names that no call stands beside: which of them are certain, and those behind a module."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from unspool_rules.catalogue.entry import Kind
from unspool_rules.catalogue.index import lookup, shared
from unspool_rules.catalogue.symbols import is_legacy_by_itself, is_legacy_name
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import Inst, Module

if TYPE_CHECKING:
    from unspool_rules.engine.found import Found
    from unspool_rules.engine.sites import Reference
    from unspool_rules.semantics.infer import Inference
    from unspool_rules.syntax.bindings import Binding
    from unspool_rules.syntax.tree import Tree

_PROJECTS = "azure.ai.projects."
"""A package whose other parts live on: its classes alone say nothing about agents."""


def told_alone(found: Found) -> list[Reference]:
    """The references of a file that calls no legacy method, less those that may be of the new SDK.

    Names that the new SDK has as well mean the old one only beside its calls.
    """
    names = {
        alias.asname or alias.name
        for node in found.tree.of(ast.ImportFrom)
        if not node.level
        for alias in node.names
        if shared(f"{node.module}.{alias.name}") is not None
    }
    return [r for r in found.references if _is_certain(found, r, names)]


def _is_certain(found: Found, reference: Reference, names: set[str]) -> bool:
    if reference.symbol.startswith(_PROJECTS):
        return is_legacy_by_itself(reference.symbol)
    node = reference.node
    if isinstance(node, ast.Attribute):
        return not any(shared(f"{name}.{node.attr}") for name in _modules(found.infer, node.value))
    if isinstance(node, ast.alias):
        return (node.asname or node.name) not in names
    return not isinstance(node, ast.Name) or node.id not in names


def dotted_name(infer: Inference, node: ast.Attribute) -> str | None:
    """The legacy name behind ``types.AssistantTool`` or ``client.scope``, which is no class.

    It stands for several classes, for one that has moved, or for an attribute that went.
    """
    for value in infer.of(node.value):
        if isinstance(value, Inst) and value.cls.endswith(".AIProjectClient"):
            name = f"{value.cls}.{node.attr}"
            entry = lookup(name)
            if entry is not None and entry.kind is Kind.MODEL:
                return name  # ``client.scope``, which the new client lacks
    for module in _modules(infer, node.value):
        name = f"{module}.{node.attr}"
        found = outlines.canonical(name)
        moved = found is not None and found != name and not is_legacy_name(found)
        if found is None or moved:
            found = name
        elif outlines.find_class(found) is not None or outlines.module(found) is not None:
            continue
        if is_legacy_name(found) and lookup(found) is not None:
            return found
    return None


def imported_name(tree: Tree, bindings: Iterable[Binding]) -> str | None:
    """The legacy name that an import gives, where it stands for several classes, not for one."""
    for binding in bindings:
        parent = tree.parents.get(binding.node)
        if not isinstance(binding.node, ast.alias) or not isinstance(parent, ast.ImportFrom):
            continue
        found = (
            outlines.canonical(f"{parent.module}.{binding.node.name}") if parent.module else None
        )
        if found is None or outlines.find_class(found) is not None:
            continue
        if outlines.module(found) is None and is_legacy_name(found) and lookup(found) is not None:
            return found
    return None


def _modules(infer: Inference, node: ast.expr) -> list[str]:
    return [t.name for t in infer.of(node) if isinstance(t, Module)]
