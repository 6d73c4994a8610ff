"""Items that are read of a page made a dict: ``dict(page)["data"]``, ``.get("data", [])``.

Pages of asynchronous clients give their fields as pairs, so this is ``page.data``.
Source: openai 1.65.5 ``openai/_base_client.py`` (``BaseAsyncPage``), ``openai/pagination.py``.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.literals import is_empty

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference
    from unspool_rules.syntax.tree import Tree


def items_by_key(tree: Tree, infer: Inference) -> list[ast.Attribute]:
    """Make attributes of such readings; the text still has the dict."""
    found: list[ast.Attribute] = []
    for node in tree.of(ast.Subscript, ast.Call):
        page = _page(_read(node)) if isinstance(node, (ast.Subscript, ast.Call)) else None
        types = infer.of(page) if page is not None else frozenset()
        if page is None or not types or not all(_is_page(t) for t in types):
            continue
        found.append(tree.respell(node, page, "data"))
        infer.forget()
    return found


def _read(node: ast.Subscript | ast.Call) -> ast.expr | None:
    """What ``data`` is read of by its key; nothing where something else may be given for it."""
    match node:
        case ast.Subscript(value=held, slice=ast.Constant(value="data"), ctx=ast.Load()):
            return held
        case ast.Call(
            func=ast.Attribute(value=held, attr="get"),
            args=[ast.Constant(value="data"), *other],
            keywords=[],
        ):
            return held if all(is_empty(value) for value in other) else None
    return None


def _page(held: ast.expr | None) -> ast.expr | None:
    match held:
        case ast.Call(func=ast.Name(id="dict"), args=[page], keywords=[]):
            return page
    return None


def _is_page(value: object) -> bool:
    return isinstance(value, Inst) and value.site is not None and "CursorPage" in value.cls


__all__ = ["items_by_key"]
