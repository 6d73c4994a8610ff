"""Attributes that a class only sets to nothing, and that are there for classes derived from it."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work, is_empty

_NOTE = "`{}` is empty in this file: classes that set it give what the new definition takes"
_NO_RESOURCES = (
    "`{}` is empty in this file, and the new definition does not take it: what classes elsewhere "
    "set there belongs to the tools themselves"
)


def stays_empty(work: Work, node: ast.expr, *, resources: bool = False) -> bool:
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
    if _is_set_otherwise(work, node.attr):
        return False
    work.note((_NO_RESOURCES if resources else _NOTE).format(ast.unparse(node)))
    return True


def _is_set_otherwise(work: Work, name: str) -> bool:
    """Whether the body of a class, or a text such as in ``setattr``, may set an attribute."""
    inside = [s for c in work.tree.of(ast.ClassDef) if isinstance(c, ast.ClassDef) for s in c.body]
    named = {getattr(s, "name", None) for s in inside}
    named |= {
        n.id
        for s in inside
        if isinstance(s, (ast.Assign, ast.AnnAssign, ast.AugAssign)) and s.value is not None
        for n in ast.walk(s)
        if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    named |= {c.value for c in work.tree.of(ast.Constant) if isinstance(c, ast.Constant)}
    return name in named
