"""Statements of a handler class that do nothing: calls of the SDK's class, parameters put aside."""

from __future__ import annotations

import ast

_PLAIN = (ast.Name, ast.Attribute, ast.Constant, ast.expr_context)


def is_super(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"
    )


def is_init(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "__init__"


def idle_calls(node: ast.ClassDef) -> list[ast.stmt]:
    """Statements that only call a callback of the SDK's class: it does nothing there.

    Source: openai 1.65.5 ``openai/lib/streaming/_assistants.py``; azure-ai-agents 1.1.0
    ``BaseAgentEventHandler`` and what is derived from it.
    """
    if len(node.bases) != 1:
        return []
    return [s for s in ast.walk(node) if isinstance(s, ast.Expr) and _is_idle(s.value)]


def put_aside(node: ast.ClassDef) -> list[ast.stmt]:
    """Statements that only say that a callback needs no such parameter: ``_ = text``."""
    found: list[ast.stmt] = []
    for method in node.body:
        if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if not method.name.startswith("on_"):
            continue
        args = method.args
        given = {a.arg for a in (*args.posonlyargs, *args.args)}
        named = [n for n in ast.walk(method) if isinstance(n, ast.Name)]
        read = {n.id for n in named if isinstance(n.ctx, ast.Load)}
        for statement in ast.walk(method):
            if isinstance(statement, ast.Assign):
                targets, parts = statement.targets, _elements(statement.value)
                idle = len(targets) == 1 and all(
                    isinstance(t, ast.Name) and t.id.startswith("_") and t.id not in read
                    for t in _elements(targets[0])
                )
            elif isinstance(statement, ast.Delete):
                parts, idle = [e for t in statement.targets for e in _elements(t)], True
            else:
                continue
            if idle and all(isinstance(p, ast.Name) and p.id in given for p in parts):
                found.append(statement)
    return found


def _elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]


def _is_idle(node: ast.expr) -> bool:
    call = node.value if isinstance(node, ast.Await) else node
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return False
    given = [*call.args, *(k.value for k in call.keywords)]
    plain = all(isinstance(n, _PLAIN) for value in given for n in ast.walk(value))
    return plain and call.func.attr.startswith("on_") and is_super(call.func.value)


__all__ = ["idle_calls", "is_init", "is_super", "put_aside"]
