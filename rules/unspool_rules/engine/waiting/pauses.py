"""Statements that only pass the time while a run is waited for, by their form alone."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.syntax.names import last_name

SPEAKERS = {
    *("print", "log", "debug", "info", "warning", "error", "exception", "write", "pprint"),
    *("clear_output", "toast", "flush"),
}
CLOCKS = {"time", "monotonic", "perf_counter", "now"}
PLAIN = {
    *CLOCKS,
    *("str", "len", "int", "float", "round", "min", "max", "abs", "bool", "getattr", "next"),
    *("upper", "lower", "title", "capitalize", "strip", "replace", "format", "strftime"),
    *("isoformat", "total_seconds"),
}
"""Functions that change nothing that anything else reads."""
_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def called(node: ast.AST | None) -> str | None:
    """The last name of what a statement or expression calls; None if it is no call."""
    if isinstance(node, ast.Expr):
        node = node.value
    if isinstance(node, ast.Await):
        node = node.value
    return last_name(node.func) if isinstance(node, ast.Call) else None


def sleeps(node: ast.stmt) -> bool:
    """``time.sleep(1)``, ``await asyncio.sleep(1)``, ``pass``, a bare string."""
    if isinstance(node, ast.Pass):
        return True
    if not isinstance(node, ast.Expr):
        return False
    return called(node) == "sleep" or isinstance(node.value, ast.Constant)


def speaks(node: ast.stmt) -> bool:
    """``print(...)``, ``logger.info(...)``."""
    return isinstance(node, ast.Expr) and called(node) in SPEAKERS


def reads_clock(node: ast.expr) -> bool:
    return any(called(inner) in CLOCKS for inner in ast.walk(node))


def is_plain(node: ast.expr) -> bool:
    """Whether an expression may as well be evaluated once, or never."""
    return not any(
        isinstance(inner, (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr))
        or (isinstance(inner, ast.Call) and called(inner) not in PLAIN)
        for inner in ast.walk(node)
    )


def is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value)


def jumps(node: ast.AST) -> Iterator[ast.stmt]:
    """``break`` and ``continue`` of the loop that a statement stands in."""
    if isinstance(node, (ast.Break, ast.Continue)):
        yield node
    elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        for child in node.orelse if isinstance(node, _LOOPS) else ast.iter_child_nodes(node):
            yield from jumps(child)


def branches(node: ast.If) -> Iterator[list[ast.stmt]]:
    """The bodies of an ``if`` with its ``elif`` and ``else``."""
    yield node.body
    if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        yield from branches(node.orelse[0])
    elif node.orelse:
        yield node.orelse


def tests(node: ast.If) -> Iterator[ast.expr]:
    yield node.test
    if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        yield from tests(node.orelse[0])


def chain(node: ast.If) -> Iterator[ast.If]:
    """An ``if`` and those of its ``elif``."""
    yield node
    while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        node = node.orelse[0]
        yield node


def asks(test: ast.expr) -> bool:
    """Whether a condition is about tool calls that a run waits for."""
    return any(isinstance(n, ast.Constant) and n.value == "requires_action" for n in ast.walk(test))


def leaves(block: list[ast.stmt]) -> bool:
    """Whether a block's last statement leaves the loop."""
    return isinstance(block[-1], (ast.Break, ast.Raise, ast.Return))


def always_leaves(block: list[ast.stmt]) -> bool:
    """Whether no way leads past a block."""
    last = block[-1] if block else None
    if isinstance(last, ast.If):
        return bool(last.orelse) and always_leaves(last.body) and always_leaves(last.orelse)
    if isinstance(last, ast.Try):
        return always_leaves(last.body) and all(always_leaves(h.body) for h in last.handlers)
    return isinstance(last, (ast.Return, ast.Raise))


def may_leave(node: ast.stmt) -> bool:
    """Whether anything in a statement leaves the loop that it stands in."""
    if any(jumps(node)):
        return True
    stack: list[ast.AST] = [node]
    while stack:
        inner = stack.pop()
        if isinstance(inner, (ast.Return, ast.Raise)):
            return True
        if not isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            stack += ast.iter_child_nodes(inner)
    return False


def own_jumps(block: list[ast.stmt]) -> Iterator[ast.Break | ast.Continue]:
    """``break`` and ``continue`` of the loop that the block is of."""
    stack: list[ast.AST] = list(block)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Break, ast.Continue)):
            yield node
        elif not isinstance(node, (*_LOOPS, *_SCOPES)):
            stack += ast.iter_child_nodes(node)
        elif isinstance(node, _LOOPS):
            stack += node.orelse


def breaks(block: list[ast.stmt], gone: Callable[[ast.AST], bool]) -> bool:
    """Whether a ``break`` of the loop that the block is of stays."""
    return any(isinstance(jump, ast.Break) and not gone(jump) for jump in own_jumps(block))


def spans_lines(node: ast.AST) -> bool:
    return isinstance(node, ast.expr) and (node.end_lineno or 0) > node.lineno
