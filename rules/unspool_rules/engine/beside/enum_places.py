"""Places that a string can take an enum member's place at, and those that it cannot."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.uses.printed import is_enum
from unspool_rules.semantics.types import Class


def is_declared(facts: Facts, node: ast.expr, parent: ast.AST | None) -> bool:
    """Whether the place has an annotation that names the enum."""
    said: ast.AST | None = None
    if isinstance(parent, ast.AnnAssign):
        said = parent.annotation
    elif isinstance(parent, ast.Return):
        said = getattr(facts.tree.function(node), "returns", None)
    elif isinstance(parent, ast.arguments):
        ordered = [*parent.posonlyargs, *parent.args]
        behind = ordered[len(ordered) - len(parent.defaults) :]
        pairs = [*zip(behind, parent.defaults, strict=True)]
        pairs += [(a, d) for a, d in zip(parent.kwonlyargs, parent.kw_defaults, strict=True) if d]
        said = next((a.annotation for a, default in pairs if default is node), None)
    enums = {id(r.node) for r in facts.references if is_enum(r.symbol)}
    return said is not None and any(id(n) in enums for n in ast.walk(said))


def is_only_a_string(facts: Facts, node: ast.AST, parent: ast.AST | None) -> bool:
    """Whether a place takes an enum member only for the string that it is, too."""
    if isinstance(parent, (ast.List, ast.Tuple, ast.Set)):
        parent = facts.tree.parents.get(parent)
    if isinstance(parent, ast.keyword):
        call = facts.tree.parents.get(parent)
        return isinstance(call, ast.Call) and (
            call in facts.by_call or any(isinstance(t, Class) for t in facts.infer.of(call.func))
        )
    return isinstance(parent, (ast.Compare, ast.MatchValue))
