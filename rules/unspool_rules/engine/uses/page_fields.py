"""What the service said of a page of a listing, where the listing is a list by now.

Source: the answer of ``GET /threads/{thread_id}/messages``, whose fields openai's pages keep
(``openai/_models.py``, ``extra="allow"``): ``object`` is "list".
"""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


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


__all__ = ["page_field"]
