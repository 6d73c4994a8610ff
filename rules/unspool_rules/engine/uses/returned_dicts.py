"""Objects in a dictionary that a function gives to callers out of view, as it may give them bare.

``return {"run": run, "messages": messages.data}``, or dictionaries of the parts of messages that
are put into a list first: where code in view, or another file of the project, reads what the
function gives, the dictionary is read where it is not followed.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.taken_abroad import is_taken_abroad
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserClass, UserFunction, UserInstance
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

PARTS = "callers outside this file now get parts of items: their `text` is the text itself"
_ITEMS = "callers outside this file now get items instead of messages"
_LIST = "callers outside this file now get a list of items instead of a page of messages"
_RESPONSE = "callers outside this file now get a response instead of a run"
_KINDS = {"run", "message", "page", "part"}
_DEPTH = 4
_LOOKING = frozenset({"bool", "len"})


def returned(work: Work, node: ast.expr, kinds: set[str]) -> ast.Return | None:
    """The statement that gives an object in a dictionary to callers that nobody sees."""
    if not kinds or not kinds <= _KINDS:
        return None
    given = _given(work, node, held=False, depth=_DEPTH)
    return given if given is not None and is_unseen(work, work.tree.function(given)) else None


def _given(work: Work, node: ast.expr, *, held: bool, depth: int) -> ast.Return | None:
    """The statement that returns what holds a value, and what is made of that, in a dictionary."""
    child: ast.AST = node
    for above in work.tree.ancestors(node):
        match above:
            case ast.Return():
                return above if held else None
            case ast.Dict(values=values) if child in values:
                held = True
            case ast.List() | ast.Tuple():
                pass
            case ast.ListComp(elt=elt) if child is elt:
                pass
            case ast.IfExp(test=test) if child is not test:
                pass
            case ast.Assign(targets=[ast.Name() as name]) if held:
                return _named(work, name, depth)
            case ast.Call(func=ast.Attribute(value=ast.Name() as name, attr="append"), keywords=[]):
                in_statement = isinstance(work.tree.parents.get(above), ast.Expr)
                return _named(work, name, depth) if held and in_statement else None
            case _:
                return None
        child = above
    return None


def _named(work: Work, name: ast.Name, depth: int) -> ast.Return | None:
    """The statement that returns what a name of the function holds, where nothing reads in it."""
    function = work.tree.function(name)
    variable = work.variable_of(name)
    if not depth or function is None or variable is None or not _is_own(work, variable, function):
        return None
    found: ast.Return | None = None
    for use in work.facts.scopes.uses(variable):
        if isinstance(use.ctx, ast.Store) or _is_left_alone(work, use):
            continue
        found = _given(work, use, held=True, depth=depth - 1)
        if found is None:
            return None
    return found


def _is_own(work: Work, variable: Variable, function: ast.AST) -> bool:
    """Whether a variable is one of a function alone, and literals are all that it is bound to."""
    if variable.of_module or any(
        work.tree.function(use) is not function for use in work.facts.scopes.uses(variable)
    ):
        return False
    literals = (ast.Dict, ast.List, ast.ListComp, ast.Constant)
    return all(
        b.how is How.ASSIGN and not b.path and isinstance(b.value, literals)
        for b in work.facts.scopes.bindings(variable)
    )


def _is_left_alone(work: Work, use: ast.Name) -> bool:
    """Whether a use of a list or a dictionary reads nothing in it: it is filled, or counted."""
    parent = work.tree.parents.get(use)
    match parent:
        case ast.Attribute(attr="append" | "reverse"):
            call = work.tree.parents.get(parent)
            return isinstance(call, ast.Call) and isinstance(work.tree.parents.get(call), ast.Expr)
        case ast.Subscript(ctx=ast.Store(), slice=ast.Constant()):
            return parent.value is use
        case ast.Call(func=func):
            return last_name(func) in _LOOKING and isinstance(func, ast.Name)
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.If(test=test) | ast.IfExp(test=test):
            return test is use
    return False


def tell_callers(work: Work, kinds: set[str]) -> None:
    """Say what callers that nobody sees get now."""
    if kinds & {"message", "page"}:
        work.note(_LIST if "page" in kinds else _ITEMS)
    if "run" in kinds:
        work.note(_RESPONSE)
    if "part" in kinds:
        work.note(PARTS)


FOLLOWS = (".AssistantStreamEvent",)
"""What may be said of the result: it becomes what the new result is."""


def is_unseen(work: Work, function: ast.AST | None) -> bool:
    """Whether nothing in the project names a function, wraps it, or says what it gives."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    if function.name.startswith("__") or any(_is_here(work, d) for d in function.decorator_list):
        return False
    said = {id(n) for n in ast.walk(function.returns)} if function.returns is not None else set()
    named = [r.symbol for r in work.facts.references if id(r.node) in said]
    if any(not symbol.endswith(FOLLOWS) for symbol in named):
        return False
    if work.tree.function(function) is not None or is_taken_abroad(work, function):
        return False
    return not any(_says(node, function.name) for node in work.tree.nodes)


def _is_here(work: Work, decorator: ast.expr) -> bool:
    """Whether a decorator is a function or a class in view, which may read what is given."""
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    found = work.infer.of(made) | work.infer.of(decorator)
    return any(isinstance(t, (UserClass, UserFunction, UserInstance)) for t in found)


def _says(node: ast.AST, name: str) -> bool:
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word) | ast.Constant(value=word):
            return bool(word == name)
    return False


__all__ = ["PARTS", "is_unseen", "returned", "tell_callers"]
