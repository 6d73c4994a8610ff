"""What an agent in Foundry is given under a condition only, and its definition has a place for.

``if warm: params["temperature"] = 1`` stays, and ``PromptAgentDefinition(..., **params)`` takes it.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import MappingProxyType

from unspool_rules.engine.operations.agents.definition_parts import (
    TOOLSET,
    reasoning,
    resources_given,
)
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.formats import definition_format, is_typed
from unspool_rules.engine.tools.models import tools_of
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work

NEW: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tools": ("tools", "tools"),
        "response_format": ("text", "text"),
        "reasoning_effort": ("reasoning", "effort"),
    }
)
"""By argument: its name in a definition, and how its value is written."""
_DEFINED = frozenset({"temperature", "top_p", *NEW})
_OF_VERSIONS = frozenset({"description", "metadata"})
"""What a version has beside its definition."""


def in_definition(site: Site) -> bool:
    """Whether what a new agent gets under a condition is a part of its definition."""
    return site.operation == "agent.create" and not _DEFINED.isdisjoint(site.sometimes)


def are_two(site: Site) -> bool:
    """Whether some of that goes into the definition, and some beside it."""
    return in_definition(site) and not _OF_VERSIONS.isdisjoint(site.sometimes)


def write(
    work: Work, site: Site, value: ast.expr, how: str, resources: ast.expr | None
) -> Writer | None:
    """The value of a field of a definition; None where it blocks.

    Args:
        how: what kind of value it is, as `NEW` says.
        resources: the resources that are given beside tools.
    """
    typed = is_typed(work)
    if how == "text":
        return definition_format(work, value, typed)
    if how == "effort":
        return lambda r: reasoning(r, value, typed)
    if "toolset" in {*site.arguments, *site.sometimes}:
        work.block(value, TOOLSET)
        return None
    found = resources_given(work, site, value, resources)
    if found is None:
        return None
    tools = tools_of if site.azure else openai_tools
    return tools(work, value, found, typed=typed, foundry=True)


__all__ = ["NEW", "are_two", "in_definition", "write"]
