"""Tool calls that callbacks of a handler class get: they are items of a response's output."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.catalogue.events import TOOL_CHAINS, TOOL_TYPES, Callback
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.syntax.guards import conjuncts, holding

if TYPE_CHECKING:
    from unspool_rules.engine.streaming.handlers import Handler, Method


def read(facts: Facts, handler: Handler, method: Method, use: ast.Name) -> None:
    """Judge one use of a callback's tool call, whose parts have new places."""
    kind = method.callbacks[0].shape.kind
    parent = facts.tree.parents.get(use)
    if not isinstance(parent, ast.Attribute):
        if not is_shown(facts, use):
            handler.problems.append(
                (use, "the whole tool call is handed on, and it has other fields")
            )
        return
    if parent.attr == "type":
        _type(facts, handler, method, parent)
        return
    if parent.attr == "id" and kind == "tool" and _names_call(facts, method, use, parent):
        method.tools.append((parent, f"{use.id}.call_id"))
        facts.handled_ids.add(parent)
        return
    if parent.attr == "id" and _is_name(facts, handler, parent):
        return
    above = facts.tree.parents.get(parent)
    if isinstance(above, ast.Attribute) and (parent.attr, above.attr) in TOOL_CHAINS:
        wanted, name = TOOL_CHAINS[parent.attr, above.attr]
        alone = kind == "code" and len({c.shape.kind for c in method.callbacks}) == 1
        here = "code_interpreter_call" if alone else _at(facts, use)
        if kind == "code" and (parent.attr, name) == ("function", "name"):
            handler.problems.append((above, "a piece of a call's arguments had no name"))
            return
        if here == wanted or (here is None and name != "outputs" and _is_untyped(method, use)):
            method.tools.append((above, f"{use.id}.{name}"))
            if name == "outputs":
                handler.outputs = True
                method.tools += _outputs(facts, handler, above)
            return
        handler.problems.append(
            (above, f'only an item whose type is tested to be "{wanted}" has `{name}`')
        )
        return
    tested = isinstance(above, (ast.If, ast.Assert, ast.BoolOp, ast.Compare))
    if kind == "code" and parent.attr == "code_interpreter" and tested:
        method.tools.append((parent, use.id))
        return
    handler.problems.append((parent, f"`{parent.attr}` of a tool call has no counterpart here"))


def _names_call(facts: Facts, method: Method, use: ast.Name, node: ast.Attribute) -> bool:
    """Whether an id of a function's call only says in its output which call it is of."""
    here = _at(facts, use)
    untold = here is None and asks_functions(method.node) and _is_untyped(method, use)
    return (here == "function_call" or untold) and (
        _is_of_output(facts, node) or _is_kept_for_outputs(facts, node)
    )


def _is_of_output(facts: Facts, node: ast.expr) -> bool:
    """Whether an expression is what an output of a function names its call by."""
    above = facts.tree.parents.get(node)
    if isinstance(above, ast.keyword):
        return above.arg == "tool_call_id"
    key = above.keys[above.values.index(node)] if isinstance(above, ast.Dict) else None
    return isinstance(key, ast.Constant) and key.value == "tool_call_id"


def _is_kept_for_outputs(facts: Facts, node: ast.expr) -> bool:
    """Whether a name, or an attribute of the handler, keeps an id for outputs and nothing else."""
    above = facts.tree.parents.get(node)
    target = above.targets[0] if isinstance(above, ast.Assign) and len(above.targets) == 1 else None
    same: list[ast.expr] = []
    if isinstance(target, ast.Name):
        variable = facts.scopes.variable(target)
        if variable is None or len(facts.scopes.bindings(variable)) != 1:
            return False
        same += facts.scopes.uses(variable)
    elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        same += [n for n in facts.tree.of(ast.Attribute) if n.attr == target.attr]
    reads = [n for n in same if n is not target]
    return bool(reads) and all(_is_of_output(facts, n) or _is_unset(facts, n) for n in reads)


def _is_unset(facts: Facts, node: ast.expr) -> bool:
    """Whether a name is bound to nothing there."""
    above = facts.tree.parents.get(node)
    value = above.value if isinstance(above, (ast.Assign, ast.AnnAssign)) else None
    return value is not node and isinstance(value, ast.Constant) and not value.value


def asks_functions(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a callback reads what only calls of functions have."""
    given = {a.arg for a in (*node.args.posonlyargs, *node.args.args)}
    return any(
        isinstance(n, ast.Attribute)
        and n.attr == "function"
        and isinstance(n.value, ast.Name)
        and n.value.id in given
        for n in ast.walk(node)
    )


def of_snapshot(facts: Facts, use: ast.Name, first: str) -> list[tuple[ast.AST, str]] | None:
    """What is read of the tool call so far, which the new one of each piece has, too.

    Args:
        first: the name of the parameter that gets the piece.
    """
    parent = facts.tree.parents.get(use)
    above = facts.tree.parents.get(parent) if parent is not None else None
    if not isinstance(parent, ast.Attribute):
        return None
    if parent.attr == "type" and isinstance(above, ast.Compare) and len(above.ops) == 1:
        other = above.comparators[0]
        if isinstance(other, ast.Constant) and str(other.value) in TOOL_TYPES:
            return [(use, first), (other, f'"{TOOL_TYPES[str(other.value)]}"')]
    if parent.attr == "function" and isinstance(above, ast.Attribute) and above.attr == "name":
        if _at(facts, use) == "function_call":
            return [(above, f"{first}.name")]
    return None


def _is_untyped(method: Method, use: ast.Name) -> bool:
    """Whether the parameter has no type: an item of another sort is the same error as before."""
    args = method.node.args
    found = [a for a in (*args.posonlyargs, *args.args) if a.arg == use.id]
    return method.callbacks[0].shape.kind == "tool" and [a.annotation for a in found] == [None]


def _type(facts: Facts, handler: Handler, method: Method, node: ast.Attribute) -> None:
    compare = facts.tree.parents.get(node)
    if isinstance(compare, ast.Compare) and len(compare.ops) == 1:
        other = compare.comparators[0]
        if isinstance(other, ast.Constant) and str(other.value) in TOOL_TYPES:
            method.tools.append((other, f'"{TOOL_TYPES[str(other.value)]}"'))
            return
    if isinstance(compare, (ast.Compare, ast.MatchValue, ast.Match)):
        handler.problems.append((node, "the types of tool calls have other names"))
    else:
        method.tools.append((node, f'{ast.unparse(node)}.removesuffix("_call")'))


def names(facts: Facts, handler: Handler, callback: Callback, node: ast.AST | None) -> bool:
    """Whether ``snapshot.id`` only tells one tool call from another."""
    return (
        callback.name == "on_tool_call_delta"
        and isinstance(node, ast.Attribute)
        and node.attr == "id"
        and _is_name(facts, handler, node)
    )


def _is_name(facts: Facts, handler: Handler, node: ast.expr) -> bool:
    """Whether an id is only shown, compared, or kept in the handler for that."""
    parent = facts.tree.parents.get(node)
    if isinstance(parent, ast.Compare) or is_shown(facts, node):
        return True
    target = parent.targets[0] if isinstance(parent, ast.Assign) else None
    if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)):
        return False
    same = [n for n in facts.tree.of(ast.Attribute) if n.attr == target.attr and n is not target]
    return all(
        facts.tree.owner(n) is handler.node
        and (
            isinstance(n.ctx, ast.Store)
            or isinstance(facts.tree.parents.get(n), ast.Compare)
            or is_shown(facts, n)
        )
        for n in same
    )


def _at(facts: Facts, use: ast.Name) -> str | None:
    """The type that the tests around a place give the tool call."""
    for _, test in holding(facts.tree, use):
        for node in conjuncts(test):
            if (
                isinstance(node, ast.Compare)
                and isinstance(node.ops[0], ast.Eq)
                and ast.unparse(node.left) == f"{use.id}.type"
                and isinstance(node.comparators[0], ast.Constant)
            ):
                return TOOL_TYPES.get(str(node.comparators[0].value))
    return None


def _outputs(facts: Facts, handler: Handler, node: ast.Attribute) -> list[tuple[ast.AST, str]]:
    """Outputs of code have logs as before, but images in another form: these may be dumped."""
    found: list[tuple[ast.AST, str]] = []
    loop = facts.tree.parents.get(node)
    if not isinstance(loop, (ast.For, ast.AsyncFor)):
        return found
    for inner in ast.walk(loop):
        if isinstance(inner, ast.Attribute) and inner.attr == "image":
            dump = facts.tree.parents.get(inner)
            if isinstance(dump, ast.Attribute) and dump.attr == "model_dump_json":
                found.append((inner, ast.unparse(inner.value)))
                continue
            handler.problems.append((inner, "an image of a code's outputs is an URL now"))
    return found
