"""Objects of the program's own classes: their names in methods, and new attributes of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.members import family
from unspool_rules.syntax.tree import Tree

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_PLAIN_BASES = frozenset({"object", "ABC", "abc.ABC"})


def self_of(tree: Tree, place: ast.AST) -> str | None:
    """What the method around a place calls its object; None outside of methods."""
    function = tree.function(place)
    if not isinstance(function, _FUNCTIONS):
        return None
    given = [*function.args.posonlyargs, *function.args.args]
    is_method = isinstance(tree.parents.get(function), ast.ClassDef)
    if not is_method or not given:
        return None
    if any("method" in ast.unparse(d) for d in function.decorator_list):
        return None
    return given[0].arg


def may_be_one(facts: Facts, one: ast.AST, other: ast.AST) -> bool:
    """Whether two places stand in methods of one class, or of a class and one derived from it."""
    owner, another = facts.tree.owner(one), facts.tree.owner(other)
    if owner is None or another is None:
        return False
    return (
        owner is another
        or another in facts.infer.heirs(owner)
        or owner in facts.infer.heirs(another)
    )


def new_attribute(facts: Facts, place: ast.AST, *wanted: str) -> str | None:
    """An attribute that the object of a method can be given: the first name that nothing has."""
    owner = facts.tree.owner(place)
    if owner is None or not _takes_attributes(facts, owner):
        return None
    used = {node.attr for node in facts.tree.of(ast.Attribute)}
    used |= {node.name for node in facts.tree.of(*_FUNCTIONS)}
    used |= {node.id for node in facts.tree.of(ast.Name)}
    return next((name for name in wanted if name not in used), None)


def _takes_attributes(facts: Facts, owner: ast.ClassDef) -> bool:
    """Whether an object of a class gets attributes that the class does not declare."""
    classes = [c for c in family(facts.infer, owner) if isinstance(c, ast.ClassDef)]
    if any("slots" in ast.unparse(d) for c in classes for d in c.decorator_list):
        return False
    if any("__slots__" in _declared(c) for c in classes):
        return False
    names = {c.name for c in classes} | _PLAIN_BASES
    if all(ast.unparse(base) in names for c in classes for base in c.bases):
        return True
    declared = {name for c in classes for name in _declared(c)}
    return any(node.attr not in declared for c in classes for node in _set_on_self(facts, c))


def _declared(node: ast.ClassDef) -> set[str]:
    """Names that the body of a class binds itself."""
    targets: list[ast.expr] = []
    for statement in node.body:
        if isinstance(statement, ast.Assign):
            targets += statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets.append(statement.target)
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _set_on_self(facts: Facts, owner: ast.ClassDef) -> Iterator[ast.Attribute]:
    for node in ast.walk(owner):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if isinstance(node.value, ast.Name) and node.value.id == self_of(facts.tree, node):
                yield node


__all__ = ["may_be_one", "new_attribute", "self_of"]
