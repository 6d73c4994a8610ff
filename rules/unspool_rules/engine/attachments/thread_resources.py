"""Resources of a thread that only one agent answers in: they are those of the agent's tools."""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

_LOOPS = (ast.For, ast.AsyncFor, ast.While, ast.comprehension)


def resources_for(work: Work, site: Site) -> ast.expr | None:
    """The thread's resources that the definition of an agent takes over."""
    found = _pair(work)
    return found[1].arguments["tool_resources"] if found is not None and found[0] is site else None


def taken_over(work: Work, site: Site) -> bool:
    """Whether the resources of a thread go to the agent's tools."""
    found = _pair(work)
    return found is not None and found[1] is site


def _pair(work: Work) -> tuple[Site, Site] | None:
    """The one agent and the one thread of a flow, when each is made once, and for each other."""
    agents = [s for s in work.plan.sites if s.operation == "agent.create"]
    threads = [s for s in work.plan.sites if s.operation == "thread.create"]
    others = [s for s in work.facts.sites if s.operation in ("agent.create", "thread.create")]
    if len(agents) != 1 or len(threads) != 1 or len(others) != 2:
        return None
    agent, thread = agents[0], threads[0]
    given = thread.arguments.get("tool_resources")
    if given is None or "tool_resources" in agent.arguments or "tools" not in agent.arguments:
        return None
    function = work.tree.function(agent.func)
    if function is not work.tree.function(thread.func) or not work.foundry(agent):
        return None
    if any(isinstance(a, _LOOPS) for s in (agent, thread) for a in work.tree.ancestors(s.func)):
        return None
    if any("thread_id" in s.arguments and not _is_of(work, s, thread) for s in work.plan.sites):
        return None
    return (agent, thread) if _known_before(work, given, agent) else None


def _is_of(work: Work, site: Site, thread: Site) -> bool:
    return thread in work.facts.origins(site.arguments["thread_id"])


def _known_before(work: Work, given: ast.expr, agent: Site) -> bool:
    """Whether all that an expression reads is there, and the same, when the agent is made."""
    start = work.tree.span(agent.func).start
    for name in ast.walk(given):
        if not isinstance(name, ast.Name):
            continue
        variable = work.variable_of(name)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else []
        if len(bindings) != 1 or work.tree.span(bindings[0].node).start > start:
            return False
    return True


def no_resources(work: Work, site: Site) -> str:
    """Why a thread's resources have no place, and where they belong."""
    reason = "a conversation has no tool resources: they belong to the agent's tools"
    if work.foundry(site):
        return reason
    return f"{reason}, in the code or in `{FILE}`"
