"""What the service said of a page of a listing, where the listing is a list by now.

Source: the answer of ``GET /threads/{thread_id}/messages``, whose fields openai's pages keep
(``openai/_models.py``, ``extra="allow"``): ``object`` is "list".
"""

from __future__ import annotations

import ast

from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.uses.pages import stays_page
from unspool_rules.engine.work import Work
from unspool_rules.engine.writers import text_of


def page_field(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan what a field of the page is now; False where it is another, or has no certain place."""
    if node.attr == "object":
        work.claimed.add(node)
        work.propose(node, lambda _: '"list"')
        return True
    if node.attr != "first_id" or not isinstance(base, ast.Name):
        return False
    work.claimed.add(node)
    name = base

    def write(r: Rendering) -> str:
        listed = r.text(name)
        return f"({listed}[0].id if {listed} else None)"

    work.propose(node, write)
    return True


def data_of_dict(work: Work, node: ast.expr, made: ast.Call) -> bool:
    """``dict(page)["data"]`` or ``dict(page).get("data", [])``: the items, which are the page.

    Asynchronous clients give pages whose fields are pairs; the others' pages go over their items.
    """
    if not isinstance(made.func, ast.Name) or made.func.id != "dict" or made.args != [node]:
        return False
    parent = work.tree.parents.get(made)
    reading: ast.AST | None = parent
    key: ast.expr | None = None
    if isinstance(parent, ast.Subscript) and parent.value is made:
        key = parent.slice
    elif isinstance(parent, ast.Attribute) and parent.attr == "get":
        reading = work.tree.parents.get(parent)
        key = reading.args[0] if isinstance(reading, ast.Call) and reading.args else None
    if made.keywords or key is None or work.string_value(key) != "data":
        return False
    if not isinstance(reading, ast.expr) or stays_page(work, node):
        return False
    if any("limit" in site.arguments for site in work.facts.origins(node)):
        return False  # whether the list is as long as the page was is decided by what reads it
    work.propose(reading, text_of(node))
    return True


__all__ = ["data_of_dict", "page_field"]
