"""Listings that are gone through page by page: all that is listed stands on one page.

Source: azure-core ``azure/core/paging.py`` (``ItemPaged.by_page``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import listing
from unspool_rules.syntax.names import last_name

_NOTE = "a listing is gone through as one page: the new service's pages have other sizes"


def by_page(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``for page in messages.by_page()``; False where it is something else."""
    call = work.tree.parents.get(node)
    if node.attr != "by_page" or not isinstance(call, ast.Call) or call.args or call.keywords:
        return False
    outer: ast.AST = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Call) and last_name(parent.func) in ("enumerate", "list"):
        outer, parent = parent, work.tree.parents.get(parent)
    if not isinstance(parent, (ast.For, ast.comprehension)) or parent.iter is not outer:
        return False
    if isinstance(parent, ast.comprehension) and parent.is_async:
        return False
    work.propose(call, lambda r: listing([r.code(base)]))
    work.note(_NOTE)
    return True
