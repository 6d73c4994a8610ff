"""What tests say of a function that they have put something else in the place of.

Source: docs.python.org ``unittest.mock``.
"""

from __future__ import annotations

import ast

from unspool_rules.syntax.tree import Tree

MOCKED = {
    "return_value",
    "side_effect",
    "called",
    "call_args",
    "call_args_list",
    "call_count",
    "mock_calls",
    "assert_called",
    "assert_called_once",
    "assert_called_with",
    "assert_called_once_with",
    "assert_any_call",
    "assert_has_calls",
    "assert_not_called",
    "assert_awaited",
    "assert_awaited_once",
    "assert_awaited_once_with",
    "assert_awaited_with",
    "assert_not_awaited",
    "await_count",
    "await_args",
}


def is_mocked(tree: Tree, method: ast.expr) -> bool:
    """Whether a test says what a method gives or gets, or puts something else in its place."""
    if isinstance(method, ast.Attribute) and isinstance(method.ctx, ast.Store):
        return True
    above = tree.parents.get(method)
    return isinstance(above, ast.Attribute) and above.attr in MOCKED
