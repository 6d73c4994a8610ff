"""Tools that are made and never used: the same tool in its new class."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Reference
from unspool_rules.engine.toolmodels.constructors import CONSTRUCTORS
from unspool_rules.engine.work import Work
from unspool_rules.model import Target

_NOTE = "nothing in this file uses the tool; another file that takes it from here gets the new one"


def plan_idle(facts: Facts, target: Target, plans: Sequence[Plan]) -> list[Plan]:
    """A plan for each tool that a name is given and nothing reads."""
    found: list[Plan] = []
    for reference in facts.references:
        call = facts.tree.parents.get(reference.node)
        if isinstance(call, ast.Call) and call.func is reference.node:
            if not any(call in plan.replacements for plan in plans) and _is_idle(facts, call):
                plan = _plan_of(facts, target, reference, call)
                if plan is not None:
                    _tie(plan, plans)
                    found.append(plan)
    return found


def _tie(plan: Plan, plans: Sequence[Plan]) -> None:
    """Only the new version of a project's client comes with the new classes."""
    others = [p for p in plans if any(site.sort == "project" for site in p.sites)]
    plan.waits_for = {other.group for other in others}
    plan.tied = {other.group for other in others}
    for other in others:
        other.tied.add(plan.group)


def _is_idle(facts: Facts, call: ast.Call) -> bool:
    statement = facts.tree.parents.get(call)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    name = statement.targets[0]
    variable = facts.scopes.variable(name) if isinstance(name, ast.Name) else None
    return variable is not None and not facts.scopes.reads(variable)


def _plan_of(facts: Facts, target: Target, reference: Reference, call: ast.Call) -> Plan | None:
    plan = Plan(f"t{facts.tree.span(call).start}", references=[reference])
    work = Work(facts, target, plan)
    constructor = CONSTRUCTORS.get(class_name(work, call) or "")
    writer = constructor(work, call, True) if constructor is not None else None
    if writer is None or plan.blocked:
        return None
    work.replace(call, writer)
    plan.unsafe = True
    plan.note(_NOTE)
    return plan
