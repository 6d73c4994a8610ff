"""Messages that were added: items of a conversation, which can be of any type."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.sites import Site
from unspool_rules.syntax.bindings import How

_OF_MESSAGES = frozenset({"role", "content", "status"})
"""Fields that not every item has."""


def of_messages(sites: Iterable[Site]) -> list[Site]:
    """Those of some operations whose results are messages."""
    return [s for s in sites if s.operation.startswith("message.") or "Message" in s.method.name]


def is_added(facts: Facts, site: Site) -> bool:
    """Whether an operation gives an item of which no more is known than that it was added."""
    return site.operation == "message.create" and not is_read(facts, site)


def is_read(facts: Facts, site: Site) -> bool:
    """Whether more is read of an added message than its id, so that it is declared a message."""
    return any(
        site in facts.origins(node.value) and not _is_another(facts, node.value, site)
        for node in facts.tree.of(ast.Attribute)
        if node.attr in _OF_MESSAGES
    )


def _is_another(facts: Facts, node: ast.expr, site: Site) -> bool:
    """Whether a name that was used for the message holds something else by then."""
    binding = binding_of(facts, node) if isinstance(node, ast.Name) else None
    if binding is None or binding.value is None:
        return False
    if binding.how is How.ITERATE:
        items = facts.infer.items(binding.value)
        return not any(getattr(t, "site", None) is site.call for t in items)
    return binding.how is How.ASSIGN and site not in facts.origins(binding.value)
