"""``client.beta.vector_stores`` that is kept, chosen or given away: the same part elsewhere.

``getattr(client, "vector_stores", None) or client.beta.vector_stores`` is how programs go through
what their openai has. The calls through it stay as they are: the part has the same methods.
Source: openai 1.66.0 ``openai/resources/vector_stores``, moved from ``openai/resources/beta``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Reference
from unspool_rules.engine.work import Work
from unspool_rules.model import Target, TargetService

_PART = "openai.resources.beta.vector_stores."


def parts(facts: Facts, target: Target) -> Iterator[tuple[Reference, ast.Attribute]]:
    """The references to such a part, each with the ``client.beta`` in it."""
    for reference in facts.references if target.service is not TargetService.FOUNDRY else ():
        if not reference.part or not reference.symbol.startswith(_PART):
            continue
        node = reference.node
        while isinstance(node, ast.Attribute) and node.attr != "beta":
            node = node.value
        if isinstance(node, ast.Attribute):
            yield reference, node


def move(plan: Plan, beta: ast.Attribute) -> None:
    """Plan that a part is taken from the client itself."""
    plan.replacements[beta] = lambda r: r.text(beta.value)


def called_through(work: Work) -> bool:
    """Whether a call goes through such a part, which moves with it."""
    found = list(parts(work.facts, work.target))
    for _, beta in found:
        move(work.plan, beta)
    return bool(found)


__all__ = ["called_through", "move", "parts"]
