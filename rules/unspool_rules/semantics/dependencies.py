"""What frameworks give parameters: ``thread = Depends(get_thread)`` of FastAPI, pytest's fixtures.

Source: FastAPI, "Dependencies" and "Dependencies with yield": the result of the function, awaited,
or the first value that it yields.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.derived import instance
from unspool_rules.semantics.fixtures import fixture_for
from unspool_rules.semantics.members import attribute_of
from unspool_rules.semantics.types import (
    NOTHING,
    Inst,
    Type,
    Types,
    UserClass,
    UserFunction,
    UserInstance,
)
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference
    from unspool_rules.syntax.tree import Tree

_MARKS = ("Depends", "Security")


def is_dependency(node: ast.AST | None) -> bool:
    """Whether a call says that a function gives what a parameter holds."""
    return isinstance(node, ast.Call) and last_name(node.func) in _MARKS


def is_followed(tree: Tree, mark: ast.Call) -> bool:
    """Whether it stands with the parameter that gets the result, or where nothing gets it."""
    above: ast.AST = mark
    while isinstance(above, (ast.expr, ast.keyword)):
        if isinstance(above, ast.keyword) and above.arg == "dependencies":
            return True
        above = tree.parents[above]
    return isinstance(above, (ast.arg, ast.arguments))


def alias_of(infer: Inference, mark: ast.Call) -> Variable | None:
    """The name in ``Page = Annotated[object, Depends(last_page)]``, which annotates parameters."""
    above: ast.AST = mark
    while isinstance(above, ast.expr):
        above = infer.tree.parents[above]
    if not isinstance(above, ast.Assign) or len(above.targets) != 1:
        return None
    target = above.targets[0]
    variable = infer.scopes.variable(target) if isinstance(target, ast.Name) else None
    if variable is None or _aliased(infer, variable) is not above.value:
        return None
    uses = infer.scopes.reads(variable)
    parents = infer.tree.parents
    named = (parents[use] for use in uses)
    return variable if all(isinstance(above, ast.arg) for above in named) else None


def _aliased(infer: Inference, variable: Variable) -> ast.Subscript | None:
    bindings = infer.scopes.bindings(variable)
    value = bindings[0].value if len(bindings) == 1 and bindings[0].how is How.ASSIGN else None
    is_one = isinstance(value, ast.Subscript) and last_name(value.value) == "Annotated"
    return value if isinstance(value, ast.Subscript) and is_one else None


def injected(infer: Inference, parameter: ast.arg, default: ast.expr | None) -> Types:
    """What a parameter holds by its default, or by ``Annotated[Thread, Depends(get_thread)]``."""
    marks = [default] if default is not None else []
    said = parameter.annotation
    variable = infer.scopes.variable(said) if isinstance(said, ast.Name) else None
    if variable is not None:
        said = _aliased(infer, variable)
    if said is not None:
        marks += (n for n in ast.walk(said) if isinstance(n, ast.Call))
    found: set[Type] = set()
    for mark in marks:
        if isinstance(mark, ast.Call) and is_dependency(mark):
            for given in [*mark.args, *(k.value for k in mark.keywords if k.arg == "dependency")]:
                for source in infer.of(given):
                    found |= _given_by(infer, source)
    for fixture in fixture_for(infer, parameter):
        found |= _given_by(infer, fixture)
    return frozenset(found)


def _given_by(infer: Inference, source: Type) -> Types:
    if isinstance(source, UserClass):
        return instance(infer, source.node)
    if isinstance(source, UserInstance):
        called = attribute_of(infer, frozenset((source,)), "__call__")
        given = (t for c in called if isinstance(c, UserFunction) for t in _given_by(infer, c))
        return frozenset(given)
    if not isinstance(source, UserFunction):
        return NOTHING
    function = source.node
    results = infer.returns(function)
    if any(isinstance(r, ast.Yield) for r in infer.stores.results.get(function, ())):
        results = frozenset(t for r in results if isinstance(r, Inst) for a in r.args for t in a)
    found: set[Type] = set()
    for result in results:
        awaited = isinstance(result, Inst) and result.cls == "Coroutine"
        found |= result.args[0] if isinstance(result, Inst) and awaited else {result}
    return frozenset(found)


__all__ = ["alias_of", "injected", "is_dependency", "is_followed"]
