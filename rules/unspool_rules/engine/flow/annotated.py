"""What annotations stand at, and what the annotated thing holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.members import member
from unspool_rules.semantics.types import Inst, Types
from unspool_rules.syntax.tree import Tree


def annotated(tree: Tree, node: ast.AST) -> ast.AST | None:
    """The argument, assignment or function that the node annotates.

    ``@app.get(..., response_model=X)`` says what the function gives (FastAPI, "Response Model").
    """
    child: ast.AST = node
    modelled = False
    for parent in tree.ancestors(node):
        if isinstance(parent, ast.arg):
            return parent
        if isinstance(parent, ast.AnnAssign):
            return parent if child is parent.annotation else None
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
            models = modelled and child in parent.decorator_list
            return parent if models or child is parent.returns else None
        modelled |= isinstance(parent, ast.keyword) and parent.arg == "response_model"
        if isinstance(parent, ast.stmt):
            return None
        child = parent
    return None


def modelled_by(facts: Facts, node: ast.AST) -> Iterator[tuple[ast.Name, ast.AST]]:
    """Where the name that a type is assigned to says what a decorated function gives."""
    statement = facts.tree.statement(node)
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    for target in targets:
        variable = facts.scopes.variable(target) if isinstance(target, ast.Name) else None
        for read in facts.scopes.reads(variable) if variable is not None else ():
            owner = annotated(facts.tree, read)
            if owner is not None and is_decorated(owner):
                yield read, owner


def is_decorated(owner: ast.AST) -> bool:
    """Whether a decorator with arguments, such as that of a web framework, sees a function."""
    return any(isinstance(d, ast.Call) for d in getattr(owner, "decorator_list", ()))


def held_by(facts: Facts, owner: ast.AST) -> Types:
    """What an argument or an assigned name holds, and what a function gives."""
    infer = facts.infer
    if isinstance(owner, ast.arg):
        variable = facts.scopes.lookup(owner.arg, facts.scopes.scope_of(owner))
        return infer.variable(variable) if variable is not None else frozenset()
    if isinstance(owner, ast.AnnAssign):
        found = infer.of(owner.value) | infer.of(owner.target) | _declared(facts, owner)
        unset = owner.value is None or isinstance(owner.value, ast.Constant)
        if unset and isinstance(owner.target, ast.Name):  # bound elsewhere
            declared = facts.scopes.variable(owner.target)
            found |= infer.variable(declared) if declared is not None else frozenset()
        return found
    if isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return infer.returns(owner)
    return frozenset()


def named_in(value: object, name: str) -> bool:
    """Whether a string can be an annotation, or part of one, that names something; prose cannot."""
    if not isinstance(value, str) or name not in value:
        return False
    try:
        written = ast.parse(value.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return any(
        (isinstance(n, ast.Name) and n.id == name)
        or (isinstance(n, ast.Constant) and named_in(n.value, name) and n.value != value)
        for n in ast.walk(written)
    )


def makers(facts: Facts, owner: ast.AST) -> list[Site]:
    """The operations whose results the annotated thing holds."""
    found: list[Site] = []
    stack = list(held_by(facts, owner))
    while stack:
        value = stack.pop()
        if not isinstance(value, Inst):
            continue
        site = facts.by_call.get(value.site) if value.site is not None else None
        if site is not None and site not in found:
            found.append(site)
        for argument in value.args:
            stack += argument
    return found


def _declared(facts: Facts, owner: ast.AnnAssign) -> Types:
    """What a class's declared attribute holds in its instances."""
    cls = facts.tree.parents.get(owner)
    if isinstance(cls, ast.ClassDef) and isinstance(owner.target, ast.Name):
        return member(facts.infer, cls, owner.target.id)
    return frozenset()
