"""The call that made an agent whose id another call is given."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

_SINGLE = {"AzureAISearchTool": "azure_ai_search", "BingGroundingTool": "bing_grounding"}
"""Classes of tool objects with one definition, and its type where a tool choice can name it."""


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


def only_tool(work: Work, agent: ast.expr) -> str | None:
    """The type of the only tool that an agent made in view has."""
    makers = work.facts.origins(agent)
    kinds = {_kind_of(work, m) if m.operation == "agent.create" else None for m in makers}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(work: Work, maker: Site) -> str | None:
    tools = maker.arguments.get("tools")
    if tools is None or maker.unpacked or "toolset" in maker.arguments or updates_of(work, maker):
        return None
    literal = work.literal_of(tools)
    if isinstance(literal, ast.List) and len(literal.elts) == 1:
        element = literal.elts[0]
        if not isinstance(element, ast.Starred):
            fields = fields_of(work.literal_of(element))
            return work.string_value(fields.get("type")) if fields is not None else None
        literal = element.value
    if isinstance(literal, ast.Attribute) and literal.attr == "definitions":
        return _SINGLE.get(class_name(work, work.literal_of(literal.value)) or "")
    return None
