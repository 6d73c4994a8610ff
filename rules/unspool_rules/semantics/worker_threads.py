"""Functions that are handed over to be called in a thread, and whose results come back.

Sources: docs.python.org ``asyncio.to_thread``, ``loop.run_in_executor``, ``functools.partial``;
anyio ``to_thread.run_sync``; starlette ``run_in_threadpool``; asgiref ``sync_to_async``, asyncer
``asyncify`` and chainlit ``make_async``, which give a function that is called in turn.
"""

from __future__ import annotations

import ast

from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

RUNNERS = {"to_thread": 0, "run_in_threadpool": 0, "run_sync": 0, "run_in_executor": 1}
"""Names of functions that call another one in a thread: its place among the arguments."""
_WRAPPERS = {"sync_to_async", "asyncify", "make_async"}
"""Names of functions that make an asynchronous function of one that will run in a thread."""


def runs(call: ast.AST | None, tree: Tree | None = None) -> ast.expr | None:
    """The function that a call hands over to a thread, or to a runner of the program itself."""
    if not isinstance(call, ast.Call):
        return None
    if tree is not None and (own := tree.runners.get(call)) is not None:
        return call.args[own.index]
    if (wrapper := wrapper_of(call)) is not None:
        return wrapper.args[0]
    index = RUNNERS.get(last_name(call.func))
    if index is None or len(call.args) <= index:
        return None
    if any(isinstance(a, ast.Starred) for a in call.args[: index + 1]):
        return None
    return call.args[index]


def wrapper_of(call: ast.Call) -> ast.Call | None:
    """``sync_to_async(function)`` of ``sync_to_async(function)(…)``."""
    return call.func if isinstance(call.func, ast.Call) and wraps(call.func) else None


def wraps(call: ast.AST | None) -> bool:
    """Whether a call makes an asynchronous function of the one that it is given."""
    if not isinstance(call, ast.Call) or last_name(call.func) not in _WRAPPERS:
        return False
    return len(call.args) == 1 and not isinstance(call.args[0], ast.Starred)


def arguments_from(tree: Tree, call: ast.Call) -> int:
    """How many arguments of a call stand before those that it passes on."""
    if (own := tree.runners.get(call)) is not None:
        return own.index + 1
    if wrapper_of(call) is not None:
        return 0
    return RUNNERS.get(last_name(call.func), 0) + 1


def is_partial(node: ast.AST | None) -> bool:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    return last_name(node.func) == "partial"


def limit_of(tree: Tree, call: ast.AST) -> ast.Call | None:
    """``asyncio.wait_for(…, timeout)`` around a call."""
    parent = tree.parents.get(call)
    if isinstance(parent, ast.Call) and last_name(parent.func) == "wait_for":
        return parent if parent.args[:1] == [call] else None
    return None


def around(tree: Tree, node: ast.AST) -> ast.Call | None:
    """The call that hands a function, a ``lambda`` or a ``partial`` over to a thread."""
    parent = tree.parents.get(node)
    if parent is not None and wraps(parent):
        parent = tree.parents.get(parent)
    if isinstance(parent, ast.Call) and runs(parent, tree) is node:
        return parent
    return None


def handed_over(tree: Tree, func: ast.expr) -> tuple[ast.Call, int] | None:
    """The call whose arguments a method gets that is named without being called.

    Returns:
        The call of the runner or of ``partial``, and how many of its arguments come before.
    """
    runner = around(tree, func)
    if runner is not None:
        return runner, arguments_from(tree, runner)
    parent = tree.parents.get(func)
    if is_partial(parent) and parent is not None and around(tree, parent) is not None:
        assert isinstance(parent, ast.Call)
        return (parent, 1) if parent.args[0] is func else None
    return None


def is_immediate(tree: Tree, node: ast.Lambda) -> bool:
    """Whether a ``lambda`` without parameters only puts a call into a thread."""
    args = node.args
    if args.posonlyargs or args.args or args.vararg or args.kwonlyargs or args.kwarg:
        return False
    return around(tree, node) is not None
