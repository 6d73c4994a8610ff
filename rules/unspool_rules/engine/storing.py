"""Whether a program keeps its assistants in a file of its own.

At OpenAI an assistant becomes a definition in the code, which has no id. Where something needs
its id, or what a service does with stored assistants, the program is planned once more, with ids
that stay ids; that is kept if more of it can be migrated so.
"""

from __future__ import annotations

from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.planner import Planner
from unspool_rules.engine.sites import Site
from unspool_rules.model import Target, TargetService
from unspool_rules.syntax.tree import Tree


def planned(facts: Facts, target: Target) -> tuple[Facts, Planner]:
    """The plans of a file, with the facts that they are made of."""
    planner = Planner(facts, target)
    if not any(_may_be_kept(planner, site) for site in facts.sites):
        return facts, planner
    tree = facts.tree
    kept = Facts(Tree(tree.source, tree.borders, tree.finds), facts.resolver)
    kept.keeps_assistants = True
    kept.starts_in_background = facts.starts_in_background
    again = Planner(kept, target)
    if not _is_better(again, planner):
        return facts, planner
    for site in list(kept.store_helpers):
        if again.plan_of[site].blocked:
            del kept.store_helpers[site]
    return kept, again


def _may_be_kept(planner: Planner, site: Site) -> bool:
    """Whether a call has to do with an assistant of OpenAI that does not stay in view."""
    takes = site.operation.startswith("agent.") or "assistant_id" in site.arguments
    leaves = planner.facts.assistants_leave or planner.plan_of[site].blocked
    return takes and leaves and _at_openai(planner, site)


def _is_better(again: Planner, planner: Planner) -> bool:
    one, other = _blocked(again), _blocked(planner)
    if one != other:
        return one < other
    return planner.facts.assistants_leave or _blockers(again) < _blockers(planner)


def _blockers(planner: Planner) -> int:
    return len({blocker for plan in planner.plans for blocker in plan.blockers})


def _at_openai(planner: Planner, site: Site) -> bool:
    return service_of(site, planner.target) is TargetService.OPENAI


def _blocked(planner: Planner) -> int:
    return sum(planner.plan_of[site].blocked for site in planner.facts.sites)


__all__ = ["planned"]
