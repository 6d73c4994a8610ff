"""Which classes of a program handle events for an SDK, and which only inherit from such a one."""

from __future__ import annotations

import ast
import re

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import Class, Inst, Module, Type
from unspool_rules.syntax.bindings import Binding, How

_MARK = "EventHandler"


def base_of(facts: Facts, node: ast.ClassDef) -> tuple[ast.expr, str] | None:
    """The base that is an SDK's own class, and that class's name."""
    for base in node.bases:
        expression = base.value if isinstance(base, ast.Subscript) else base
        for value in facts.infer.of(expression):
            if isinstance(value, Class) and value.name.endswith(_MARK):
                return (base, value.name) if is_of_sdk(facts, expression) else None
    return None


def is_of_sdk(facts: Facts, node: ast.expr) -> bool:
    """Whether an expression names what an SDK defines.

    A class of another file is known by the SDK's class that it is derived from, but is not it.
    """
    if isinstance(node, ast.Attribute):
        return any(isinstance(t, Module) for t in facts.infer.of(node.value))
    variable = facts.scopes.variable(node) if isinstance(node, ast.Name) else None
    bindings = facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(_is_import(facts, b) for b in bindings)


def is_sdk_handler(known: Type) -> bool:
    """Whether a type is an SDK's handler class by an annotation: derived ones come there."""
    return isinstance(known, Inst) and known.cls.endswith(_MARK) and known.site is None


def derived_abroad(facts: Facts, node: ast.ClassDef) -> str | None:
    """The name of a file of the project whose classes inherit from a class of this one."""
    for module in facts.resolver.takers(node.name):
        bases = re.findall(r"^[ \t]*class\s+\w+\(([^)]*)\)", module.text, re.MULTILINE)
        if any(re.search(rf"\b{node.name}\b", listed) for listed in bases):
            return module.path.name
    return None


def _is_import(facts: Facts, binding: Binding) -> bool:
    if binding.how is How.ASSIGN and binding.value is not None and not binding.path:
        return is_of_sdk(facts, binding.value)
    statement = binding.statement
    return (
        isinstance(statement, ast.ImportFrom)
        and not statement.level
        and outlines.is_ours(statement.module or "")
    )
