"""Names, attributes and functions that other files of the project read, whatever for."""

from __future__ import annotations

import ast
from functools import lru_cache

from unspool_rules.engine.abroad.read_abroad import top_names
from unspool_rules.engine.work import Work


def is_taken_abroad(work: Work, target: ast.expr | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether another file reads a name, an attribute or what a function gives, whatever for."""
    resolver = work.facts.resolver.around(work.tree.part_of(target))
    if isinstance(target, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if work.tree.function(target) is not None:
            return False
        name, inside = target.name, isinstance(work.tree.parents.get(target), ast.ClassDef)
    elif isinstance(target, ast.Name):
        variable = work.variable_of(target)
        if variable is None or not variable.of_module:
            return False
        name, inside = target.id, False
    elif isinstance(target, ast.Attribute):
        name, inside = target.attr, True
    else:
        return False
    if not inside:
        return bool(resolver.takers(name))
    known = top_names(work, target)
    found = {module.path: module for one in known for module in resolver.takers(one)}
    read = any(_reads_attribute(module.text, name) for module in found.values())
    return read or _unseen(work, target, name)


def _unseen(work: Work, target: ast.AST, name: str) -> bool:
    """Whether another module of the text reads such an attribute of what the inference misses."""
    mine = work.tree.part_of(target)
    return len(work.tree.modules) > 1 and any(
        node.attr == name
        and isinstance(node.ctx, ast.Load)
        and work.tree.part_of(node) != mine
        and not work.infer.of(node.value)
        for node in work.tree.of(ast.Attribute)
    )


@lru_cache(maxsize=256)  # the other files seldom change between two checks of this one
def _reads_attribute(text: str, name: str) -> bool:
    if name not in text:
        return False
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    own = {
        id(read)
        for cls in ast.walk(tree)
        if isinstance(cls, ast.ClassDef) and any(_is_own(n, name, ast.Store) for n in ast.walk(cls))
        for read in ast.walk(cls)
        if _is_own(read, name, ast.Load)
    }
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.ctx, ast.Load)
        and id(node) not in own
        for node in ast.walk(tree)
    )


def _is_own(node: ast.AST, name: str, context: type[ast.expr_context]) -> bool:
    """``self.name``."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.ctx, context)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    )


__all__ = ["is_taken_abroad"]
