"""The call that made an agent whose id another call is given."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Site
from unspool_rules.engine.work import Work


def maker_of(work: Work, agent: ast.expr) -> Site | None:
    """The one creation in view of an agent whose id is given."""
    makers = [m for m in work.facts.origins(agent) if m.operation != "agent.update"]
    if len(makers) != 1 or makers[0].operation != "agent.create" or makers[0].call is None:
        return None
    return makers[0] if makers[0] in work.plan.sites else None


def updates_of(work: Work, maker: Site) -> list[Site]:
    """The updates of the agent that a creation made."""
    found = []
    for site in work.facts.sites:
        agent = site.arguments.get("agent_id", site.arguments.get("assistant_id"))
        if site.operation == "agent.update" and agent is not None:
            if maker in work.facts.origins(agent):
                found.append(site)
    return found
