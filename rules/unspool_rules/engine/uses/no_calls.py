"""``action is None`` of what a run asks for, kept under a name: an empty list has its place now.

That of a run itself, ``run.required_action is None``, is a test of its calls at once.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.syntax.guards import is_truth

_LISTS = {"action", "submit"}
_READ = ("required_action", "submit_tool_outputs", "submit_tool_approval")


def is_none(work: Work, node: ast.expr, parent: ast.AST | None, kinds: set[str]) -> None:
    """Plan such a test as one for an empty list."""
    if not kinds & _LISTS:
        return
    tested = node
    if isinstance(parent, ast.NamedExpr) and parent.value is node:
        tested, parent = parent, work.tree.parents.get(parent)
    elif isinstance(node, ast.Attribute) and node.attr in _READ:
        return
    if not isinstance(parent, ast.Compare) or len(parent.ops) != 1:
        return
    compare = parent
    turned = compare.left is not tested
    other = compare.left if turned else compare.comparators[0]
    if not isinstance(other, ast.Constant) or other.value is not None:
        return
    if turned or not kinds <= _LISTS:
        work.block(compare, "what a run asks for is an empty list where it was `None`")
    elif isinstance(compare.ops[0], (ast.Is, ast.Eq)):
        work.propose(compare, lambda r: f"not {r.operand(tested)}")
    elif is_truth(work.tree, compare):
        work.propose(compare, lambda r: r.operand(tested))
    else:
        work.propose(compare, lambda r: f"bool({r.text(tested)})")


__all__ = ["is_none"]
