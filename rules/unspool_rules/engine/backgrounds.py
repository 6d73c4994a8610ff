"""Whether the runs of a file are made in the background, so that they can be cancelled.

A response in the background is started, asked for and cancelled as a run is, so what waits for it
stays as it is. Where a call that cancels runs is blocked otherwise, the file is planned once more
in this way; that is kept if more of it can be migrated so.
"""

from __future__ import annotations

from unspool_rules.engine import storing
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.operations.in_background import started
from unspool_rules.engine.planner import Planner
from unspool_rules.model import Target
from unspool_rules.syntax.tree import Tree


def planned(facts: Facts, target: Target) -> tuple[Facts, Planner]:
    """The plans of a file, with the facts that they are made of."""
    first = storing.planned(facts, target)
    if _cancels(*first) or not started(facts, target):
        return first
    tree = facts.tree
    again = Facts(Tree(tree.source, tree.borders, tree.finds), facts.resolver)
    again.starts_in_background = True
    second = storing.planned(again, target)
    return second if _blocked(*second) < _blocked(*first) else first


def _cancels(facts: Facts, planner: Planner) -> bool:
    """Whether all calls that cancel runs are migrated already."""
    return not any(planner.plan_of[s].blocked for s in facts.sites if s.operation == "run.cancel")


def _blocked(facts: Facts, planner: Planner) -> int:
    return sum(planner.plan_of[site].blocked for site in facts.sites)


__all__ = ["planned"]
