"""Clients of hub projects that no legacy call goes through: their construction alone is old.

Source: azure-ai-projects 1.0.0b10 ``azure/ai/projects/_patch.py`` (``subscription_id=`` and the
like); 2.10.0 has ``endpoint`` and ``credential`` only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date

from unspool_rules.catalogue.index import shared
from unspool_rules.catalogue.retirement import retirement_of
from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.clients.constructions import is_of_hub
from unspool_rules.engine.clients.legacy import constructed
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.model import Severity
from unspool_rules.semantics.types import Class

_CLIENTS = ("azure.ai.projects.AIProjectClient", "azure.ai.projects.aio.AIProjectClient")


def hubs(facts: Facts, today: date) -> Iterator[Spot]:
    """Constructions that are not brought up to date together with calls of agents."""
    taken = {constructed(facts, site) for site in facts.sites}
    for call in facts.tree.of(ast.Call):
        names = (t.name for t in facts.infer.of(call.func) if isinstance(t, Class))
        symbol = next((name for name in names if name in _CLIENTS), None)
        entry = shared(symbol) if symbol is not None else None
        if symbol is None or entry is None or call in taken or not is_of_hub(call):
            continue
        plan = Plan(f"h{facts.tree.span(call).start}")
        plan.block(
            facts.tree.span(call),
            "a hub's ids are no endpoint: give the project's endpoint, and look at what else this "
            "client is used for",
        )
        shut = retirement_of(symbol)
        over = shut is not None and shut <= today
        verb = "was shut down" if over else "retires"
        yield Spot(
            "UNS401",
            f"`AIProjectClient` of a hub {verb} on {shut}; use `{entry.target}`",
            facts.tree.span(call.func),
            symbol=symbol,
            target=entry.target,
            severity=Severity.ERROR if over else Severity.WARNING,
            retirement=shut,
            plan=plan,
        )


__all__ = ["hubs"]
