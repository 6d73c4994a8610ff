"""Parameters that were said to be a handler of the SDK, whose class the handlers are no more."""

from __future__ import annotations

import ast

from unspool_rules.engine.streaming.handler_bases import is_of_sdk
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.writers import imported, said
from unspool_rules.semantics.types import Class, Module
from unspool_rules.syntax.bindings import How


def says_sdk(work: Work, annotation: ast.expr) -> bool:
    """Whether an annotation says that callers give any handler of openai's class."""
    if isinstance(annotation, ast.Attribute):
        modules = work.infer.of(annotation.value)
        if not all(isinstance(t, Module) and t.name.startswith("openai") for t in modules):
            return False
    classes = [t.name for t in work.infer.of(annotation) if isinstance(t, Class)]
    known = bool(classes) and all(c.endswith("AssistantEventHandler") for c in classes)
    return known and is_of_sdk(work.facts, annotation)


def annotate(work: Work, given: ast.expr, known: ast.ClassDef | None = None) -> None:
    """Plan what a parameter is said to be now.

    Args:
        known: the only class that it is known to get; any object may come otherwise.
    """
    variable = work.variable_of(given)
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        note = binding.node.annotation if isinstance(binding.node, ast.arg) else None
        if binding.how is not How.PARAMETER or note is None or not says_sdk(work, note):
            continue
        if known is not None and _is_bound(work, known, note):
            work.replace(note, said(known.name))
        else:
            work.replace(note, imported("typing", "Any"))


def _is_bound(work: Work, known: ast.ClassDef, place: ast.expr) -> bool:
    """Whether a class of the module is there when an annotation is read."""
    scopes = work.facts.scopes
    variable = scopes.lookup(known.name, scopes.scope_of(place))
    own = scopes.lookup(known.name, scopes.scope_of(known))
    before = work.tree.span(known).end < work.tree.span(place).start
    return before and variable is not None and variable == own and variable.of_module


__all__ = ["annotate", "says_sdk"]
