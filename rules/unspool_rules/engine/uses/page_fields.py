"""What the service said of a page of a listing, where the listing is a list by now.

Source: the answer of ``GET /threads/{thread_id}/messages``, whose fields openai's pages keep
(``openai/_models.py``, ``extra="allow"``): ``object`` is "list".
"""

from __future__ import annotations

import ast

from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work

_PLACES = {"first_id": "0", "last_id": "-1"}
_ALL = "all items are listed, so the last one is the last of all, not of a page of 20"


def page_field(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan what a field of the page is now; False where it is another, or has no certain place."""
    if node.attr == "object":
        work.claimed.add(node)
        work.propose(node, lambda _: '"list"')
        return True
    place = _PLACES.get(node.attr)
    if place is None or not isinstance(base, ast.Name):
        return False
    if node.attr == "last_id":
        work.note(_ALL)
    work.claimed.add(node)
    name = base

    def write(r: Rendering) -> str:
        listed = r.text(name)
        return f"({listed}[{place}].id if {listed} else None)"

    work.propose(node, write)
    return True


__all__ = ["page_field"]
