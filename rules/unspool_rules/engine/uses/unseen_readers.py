"""Whether code that is not in view takes objects as they were, or may expect the new ones.

What no inference follows reads the old fields; only what says the old class in an annotation is
rewritten, and then it expects the new object.
"""

from __future__ import annotations

import ast
import sys

from unspool_rules.catalogue.models import MODELS
from unspool_rules.engine.abroad.given import GIVEN
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.uses.kinds import OBJECTS, held, value_kind
from unspool_rules.engine.uses.old_calls import may_be_migrated
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import UserClass, UserFunction
from unspool_rules.syntax.bindings import How

_CLASSES = {"message": MODELS["Message"], "run": MODELS["Run"]}


def only_reads(work: Work, given_to: ast.Call, kind: str) -> bool:
    """Whether what a call gives an object to reads it as before, and gives back nothing of it."""
    return reads_as_before(work, given_to, kind) and not _gives_back(work, given_to)


def reads_as_before(work: Work, given_to: ast.Call, kind: str) -> bool:
    """Whether what a call gives an object to is out of view, and stays as it is."""
    if _is_of_python(work, given_to.func) or _expects_new(work, kind):
        return False
    if _is_given(work, given_to.func):
        return not _may_be_here(work, given_to)
    return not may_be_migrated(work, given_to)


def taker(work: Work, node: ast.expr) -> ast.Call | None:
    """The call that gets a dictionary written in place with a value in it."""
    child: ast.AST = node
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.Call):
            return above if child is not above.func and child is not node else None
        if not isinstance(above, (ast.Dict, ast.List, ast.Tuple, ast.keyword)):
            return None
        child = above
    return None


def _gives_back(work: Work, call: ast.Call, depth: int = 4) -> bool:
    """Whether what a call gives is known as an object, or is kept where one is.

    Args:
        depth: how many functions are followed that only return it.
    """
    node: ast.expr = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Await):
        node, parent = parent, work.tree.parents.get(parent)
    function = work.tree.function(parent) if isinstance(parent, ast.Return) else None
    if depth and isinstance(function, FUNCTIONS):
        if any(_gives_back(work, c, depth - 1) for c, _ in calls_of(work.infer, function)):
            return True
    kept = parent.targets if isinstance(parent, ast.Assign) else []
    places = [node, *(n for target in kept for n in ast.walk(target) if isinstance(n, ast.expr))]
    return any(value_kind(t) in OBJECTS for place in places for t in held(work.infer.of(place)))


def _expects_new(work: Work, kind: str) -> bool:
    """Whether something in view takes objects of a kind from where it cannot be seen.

    What code out of view was given may come back there.
    """
    for site in work.facts.by_call.values():
        if site.operation == GIVEN and MODELS.get(site.method.name) == _CLASSES[kind]:
            return True
    supposed = work.infer.supposed.values()
    return any(value_kind(t) == kind for types in supposed for t in types)


def _is_given(work: Work, func: ast.expr) -> bool:
    """Whether a function comes from callers: a parameter, or what an object was made with."""
    root = func
    while isinstance(root, ast.Attribute):
        root = root.value
    variable = work.variable_of(root) if isinstance(root, ast.Name) else None
    bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
    return bool(bindings) and all(b.how is How.PARAMETER for b in bindings)


def _may_be_here(work: Work, call: ast.Call) -> bool:
    """Whether a function that is given may be one of those in view that are known."""
    return any(isinstance(t, (UserClass, UserFunction)) for t in work.infer.of(call.func))


def _is_of_python(work: Work, func: ast.expr) -> bool:
    """Whether a function is one of Python's own modules, such as ``json.dumps``."""
    root = func
    while isinstance(root, ast.Attribute):
        root = root.value
    variable = work.variable_of(root) if isinstance(root, ast.Name) else None
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        statement = binding.statement
        names: list[str] = []
        if isinstance(statement, ast.ImportFrom) and not statement.level:
            names = [statement.module or ""]
        elif isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        if any(name.partition(".")[0] in sys.stdlib_module_names for name in names):
            return True
    return False


__all__ = ["only_reads", "reads_as_before", "taker"]
