"""Parameters that only callers out of view give something, which their reads tell unmistakably.

``message.content[0].text.value`` is read of nothing but a message, ``run.required_action`` of
nothing but a run. Where the file gets such objects itself, a parameter is taken to be one of them:
both sides of the file's own functions then change together.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.given import is_of_the_file
from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.members import attribute_of, iterated
from unspool_rules.semantics.types import Inst, Method, Types, UserClass, UserFunction, UserInstance
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

Function = ast.FunctionDef | ast.AsyncFunctionDef

RUN, MESSAGE, LISTING, CALL, CALLS = "run", "message", "listing", "call", "calls"
_WORDS = ("required_action", "requires_action", ".text.", "tool_call_id")
_CHAT = "chat.completions"
_SAME = frozenset({"reversed", "list", "tuple", "iter"})
"""Functions whose elements are those of what they get."""
_ITEM = "[]"
_OPEN = frozenset({"Any", "object"})
_LISTS = frozenset({"list", "List", "Iterable", "Sequence"})


def suppose(tree: Tree, infer: Inference) -> None:
    """Give such parameters the types of what the file gets from the service."""
    if not any(word in tree.source for word in _WORDS):
        return
    shapes = {node: shape for node in _parameters(tree, infer) if (shape := _shape(infer, node))}
    if not shapes:
        return
    produced = _produced(tree, infer)
    found = {node: produced[shape] for node, shape in shapes.items() if produced[shape]}
    if found:
        infer.supposed.update(found)
        infer.forget()


def _parameters(tree: Tree, infer: Inference) -> Iterator[ast.arg]:
    for function in tree.of(ast.FunctionDef, ast.AsyncFunctionDef):
        method = isinstance(tree.parents.get(function), ast.ClassDef)
        known = _is_named(infer, function) if method else _is_read(infer, function)
        if known or _is_registered(infer, function):
            continue
        for node in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs):
            if _says_nothing(node.annotation) and node.arg not in ("self", "cls"):
                if is_of_the_file(infer, node) and not arguments_for(infer, function, node):
                    yield node


def _says_nothing(annotation: ast.expr | None) -> bool:
    """Whether an annotation leaves open what it is, or of what: ``list``, ``List[Any]``."""
    match annotation:
        case None:
            return True
        case ast.Subscript(value=ast.Name(id=held), slice=inner):
            return held in _LISTS and _says_nothing(inner)
        case ast.Name(id=word) | ast.Attribute(attr=word):
            return word in _OPEN or word in _LISTS
    return False


def _is_named(infer: Inference, function: Function) -> bool:
    """Whether code in view may call a method; methods of the SDKs may have the same name."""
    return any(
        node.attr == function.name and not _is_of_sdk(infer, node)
        for node in infer.tree.of(ast.Attribute)
    )


def _is_of_sdk(infer: Inference, node: ast.Attribute) -> bool:
    types = infer.of(node)
    return bool(types) and all(isinstance(t, Method) for t in types)


def _is_read(infer: Inference, function: Function) -> bool:
    """Whether code in view has a function: it may give it anything, as a callback does."""
    variable = infer.scopes.lookup(function.name, infer.scopes.scope_of(function))
    return variable is None or bool(infer.scopes.reads(variable))


def _is_registered(infer: Inference, function: Function) -> bool:
    """Whether a decorator of the file has the function, and so code in view may call it."""
    return any(
        isinstance(t, (UserFunction, UserClass, UserInstance))
        for decorator in function.decorator_list
        for node in ast.walk(decorator)
        if isinstance(node, ast.expr)
        for t in infer.of(node)
    )


def _produced(tree: Tree, infer: Inference) -> dict[str, Types]:
    """What the calls of the file give, by shape; nothing where two SDKs give it."""
    given = [
        t
        for node in tree.of(ast.Call, ast.Await)
        for t in infer.of(node)
        if isinstance(t, Inst) and t.site is not None
    ]
    runs = frozenset(t for t in given if kind_of(t) == "run")
    pages = frozenset(t for t in given if "Page" in t.cls and _kinds(infer, t) == {"message"})
    asked: Types = runs
    for name in ("required_action", "submit_tool_outputs", "tool_calls"):
        asked = attribute_of(infer, asked, name)
    found = {
        RUN: runs,
        LISTING: pages,
        MESSAGE: iterated(infer, pages) | {t for t in given if kind_of(t) == "message"},
        CALL: iterated(infer, asked),
        CALLS: asked,
    }
    return {shape: types if _is_of_one(types) else frozenset() for shape, types in found.items()}


def _kinds(infer: Inference, page: Inst) -> set[str | None]:
    return {kind_of(t) for t in iterated(infer, frozenset((page,)))}


def _is_of_one(types: Types) -> bool:
    return len({t.cls.split(".")[0] for t in types if isinstance(t, Inst)}) <= 1


def _shape(infer: Inference, node: ast.arg) -> str | None:
    reads = [(name, _chain(infer.tree, name)) for name in _reads(infer, node)]
    if any(chain[:1] == ["required_action"] for _, chain in reads):
        return RUN
    if any(_is_status(infer.tree, name) for name, _ in reads):
        return RUN
    if any(_is_text(infer, name, chain) for name, chain in reads):
        return MESSAGE
    if any(chain[:6] == ["data", _ITEM, "content", _ITEM, "text", "value"] for _, chain in reads):
        return LISTING
    for name, _ in reads:
        for element in _elements(infer, name):
            if _is_text(infer, element, _chain(infer.tree, element)):
                return LISTING
            if _is_call(infer, element):
                return CALLS
    return CALL if any(_is_call(infer, name) for name, _ in reads) else None


def _reads(infer: Inference, node: ast.AST) -> list[ast.Name]:
    name = node.arg if isinstance(node, ast.arg) else getattr(node, "id", "")
    variable = infer.scopes.lookup(name, infer.scopes.scope_of(node))
    if variable is None or len(infer.scopes.bindings(variable)) != 1:
        return []
    return infer.scopes.reads(variable)


def _chain(tree: Tree, node: ast.expr) -> list[str]:
    """The attributes behind a name; ``[]`` for an element by a number."""
    found: list[str] = []
    current: ast.AST = node
    while True:
        parent = tree.parents.get(current)
        if isinstance(parent, ast.Attribute):
            found.append(parent.attr)
        elif isinstance(parent, ast.Subscript) and parent.value is current:
            if not isinstance(parent.slice, (ast.Constant, ast.UnaryOp)):
                return found
            found.append(_ITEM)
        else:
            return found
        current = parent


def _is_status(tree: Tree, node: ast.expr) -> bool:
    """``run.status == "requires_action"``."""
    status = tree.parents.get(node)
    compare = tree.parents.get(status) if status is not None else None
    return (
        isinstance(status, ast.Attribute)
        and status.attr == "status"
        and isinstance(compare, ast.Compare)
        and any(
            isinstance(n, ast.Constant) and n.value == "requires_action" for n in ast.walk(compare)
        )
    )


def _is_text(infer: Inference, node: ast.expr, chain: list[str]) -> bool:
    """``message.content[0].text.value``, or the same of each part."""
    if chain[:3] == ["content", _ITEM, "text"] and chain[3:4] in (["value"], ["annotations"]):
        return True
    return chain == ["content"] and any(
        _chain(infer.tree, part)[:2] == ["text", "value"]
        for part in _elements(infer, infer.tree.parents[node])
    )


def _is_call(infer: Inference, node: ast.expr) -> bool:
    """``call.function.name`` and ``call.id`` where an output for a run is made of them.

    Those of a chat completion look alike: where the file asks for one, nothing is certain.
    """
    if _CHAT in infer.tree.source:
        return False
    function = infer.tree.function(node)
    if function is None:
        return False
    chains = [_chain(infer.tree, name) for name in _reads(infer, node)]
    if not any(c[:1] == ["function"] for c in chains) or ["id"] not in chains:
        return False
    return any(
        isinstance(made, ast.Dict)
        and {"tool_call_id", "output"}
        == {k.value for k in made.keys if isinstance(k, ast.Constant)}
        for made in ast.walk(function)
    )


def _elements(infer: Inference, node: ast.AST) -> Iterator[ast.Name]:
    """Reads of what a loop takes out of an expression, or out of its ``data``."""
    tree = infer.tree
    parent = tree.parents.get(node)
    if isinstance(parent, ast.Attribute) and parent.attr == "data":
        node, parent = parent, tree.parents.get(parent)
    while (
        isinstance(parent, ast.Call) and last_name(parent.func) in _SAME and parent.args[0] is node
    ):
        node, parent = parent, tree.parents.get(parent)
    if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
        if isinstance(parent.target, ast.Name):
            yield from _reads(infer, parent.target)


__all__ = ["suppose"]
