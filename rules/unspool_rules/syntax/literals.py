"""What a literal holds, by its form alone."""

from __future__ import annotations

import ast


def is_empty(node: ast.expr) -> bool:
    """``None``, an empty text, list, tuple or dict."""
    if isinstance(node, ast.Dict):
        return not node.keys
    if isinstance(node, (ast.List, ast.Tuple)):
        return not node.elts
    return isinstance(node, ast.Constant) and node.value in (None, "")
