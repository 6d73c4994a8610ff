"""Attributes that a class only sets to nothing, and that are there for classes derived from it."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work, is_empty

_NOTE = "`{}` is empty in this file: classes that set it give what the new definition takes"


def stays_empty(work: Work, node: ast.expr) -> bool:
    """``self.tool_resources``, set to ``{}`` and only read as an argument."""
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return False
    stores = work.infer.stores.attributes.get(node.attr, ())
    uses = [use for use in work.tree.of(ast.Attribute) if use.attr == node.attr]
    if not stores or not all(s.value is not None and is_empty(s.value) for s in stores):
        return False
    owner = work.tree.owner(node)
    if owner is None or not all(store.owner is owner for store in stores):
        return False
    reads = [use for use in uses if use not in [store.target for store in stores]]
    if not all(isinstance(work.tree.parents.get(use), ast.keyword) for use in reads):
        return False
    work.note(_NOTE.format(ast.unparse(node)))
    return True
