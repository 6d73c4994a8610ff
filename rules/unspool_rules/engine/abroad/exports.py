"""Names that other files take from this one."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.syntax.bindings import Variable


def exported(module: ast.Module) -> set[str]:
    """The names in ``__all__``."""
    found: set[str] = set()
    for node in module.body:
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, (ast.AnnAssign, ast.AugAssign))
            else []
        )
        if any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets):
            for item in ast.walk(node):
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    found.add(item.value)
    return found


def is_taken(facts: Facts, variable: Variable) -> bool:
    """Whether another file takes the name from this one, so that it has to keep it."""
    if not variable.of_module:
        return False
    name = variable.name
    module = variable.scope.node
    assert isinstance(module, ast.Module)
    resolver = facts.resolver.around(facts.tree.modules.index(module))
    return name in exported(module) or resolver.takes(name)
