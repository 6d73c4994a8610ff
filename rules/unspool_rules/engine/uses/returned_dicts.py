"""Objects in a dictionary that a function gives to callers out of view, as it may give them bare.

``return {"run": run, "messages": messages.data}``: where code in view, or another file of the
project, reads what the function gives, the dictionary is read where it is not followed.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.taken_abroad import is_taken_abroad
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserClass, UserFunction, UserInstance

_ITEMS = "callers outside this file now get items instead of messages"
_LIST = "callers outside this file now get a list of items instead of a page of messages"
_RESPONSE = "callers outside this file now get a response instead of a run"
_KINDS = {"run", "message", "page"}


def returned(work: Work, node: ast.expr, kinds: set[str]) -> ast.Return | None:
    """The statement that gives an object in a dictionary to callers that nobody sees."""
    if not kinds or not kinds <= _KINDS:
        return None
    child: ast.AST = node
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.Return):
            function = work.tree.function(above)
            held = isinstance(child, ast.Dict) and child is not node
            return above if held and is_unseen(work, function) else None
        if isinstance(above, ast.Dict):
            if child not in above.values:
                return None
        elif not isinstance(above, (ast.List, ast.Tuple)):
            return None
        child = above
    return None


def tell_callers(work: Work, kinds: set[str]) -> None:
    """Say what callers that nobody sees get now."""
    if kinds & {"message", "page"}:
        work.note(_LIST if "page" in kinds else _ITEMS)
    if "run" in kinds:
        work.note(_RESPONSE)


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


__all__ = ["is_unseen", "returned", "tell_callers"]
