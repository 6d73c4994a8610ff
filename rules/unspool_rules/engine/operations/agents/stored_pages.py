"""Pages of stored assistants that are asked whether there are more, and where they end."""

from __future__ import annotations

import ast
from functools import lru_cache

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site

FIELDS = frozenset({"has_more", "first_id", "last_id"})
"""What a page says of its assistants. Source: the API reference of OpenAI, "List assistants"."""


@lru_cache(maxsize=2)  # asked for each listing
def told(facts: Facts) -> frozenset[Site]:
    """The listings of assistants of whose pages code in view reads such a field."""
    return frozenset(
        site
        for node in facts.tree.of(ast.Attribute)
        if isinstance(node, ast.Attribute) and node.attr in FIELDS
        for site in facts.origins(node.value)
        if site.operation == "agent.list"
    )


__all__ = ["FIELDS", "told"]
