"""Values that become words of their own: the text of an error, in whatever tells of it."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name

_READERS = ("loads", "literal_eval", "search", "match")


def is_told(work: Work, node: ast.expr) -> bool:
    """Whether a value is raised, or made a text that nothing here looks into."""
    said = False
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.Call):
            name = last_name(parent.func)
            if isinstance(work.tree.parents.get(parent), ast.Raise):
                return True
            if name in _READERS:
                return False
            said = said or name in ("str", "repr")
            if not said:
                return False
        elif isinstance(parent, (ast.Compare, ast.Attribute, ast.Subscript)):
            return False
        elif isinstance(parent, ast.stmt):
            return said and isinstance(parent, (ast.Return, ast.Expr))
    return False
