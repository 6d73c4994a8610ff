"""What a handler class calls of the SDK's class that it inherits from."""

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


def _is_idle(node: ast.expr) -> bool:
    call = node.value if isinstance(node, ast.Await) else node
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return False
    given = [*call.args, *(k.value for k in call.keywords)]
    plain = all(isinstance(n, _PLAIN) for value in given for n in ast.walk(value))
    return plain and call.func.attr.startswith("on_") and is_super(call.func.value)


__all__ = ["idle_calls", "is_init", "is_super"]
