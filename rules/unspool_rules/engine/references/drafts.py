"""The plans of references that no call decides about."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.engine.work import Work
from unspool_rules.model import Target


class Drafts:
    """New plans for references that stand by themselves; the others join their component's."""

    def __init__(self, facts: Facts, plan_of: Mapping[Site, Plan], target: Target) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.plan_of = plan_of
        self.reader = Work(facts, target, Plan(""))
        self.plans: list[Plan] = []

    def group(self, node: ast.AST) -> str:
        """The name of the plan of what stands there."""
        return f"r{self.tree.span(node).start}"

    def new(self, node: ast.AST, reference: Reference) -> Plan:
        plan = Plan(self.group(node), references=[reference])
        self.plans.append(plan)
        return plan
