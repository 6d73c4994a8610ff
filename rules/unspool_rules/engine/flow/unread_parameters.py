"""Parameters that only an argument read which the new call does not take."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.syntax.bindings import How


def tell_unread(facts: Facts, plan: Plan, dropped: Iterable[ast.expr]) -> None:
    """Say which parameters nothing reads once some arguments are gone.

    Args:
        dropped: the arguments.
    """
    unread = [value.id for value in dropped if isinstance(value, ast.Name) and _last(facts, value)]
    if unread:
        named = ", ".join(f"`{name}`" for name in dict.fromkeys(unread))
        plan.note(f"nothing reads these parameters any more: {named}")


def _last(facts: Facts, value: ast.Name) -> bool:
    """Whether a value is a parameter that only this place reads."""
    variable = facts.scopes.variable(value)
    if variable is None or facts.scopes.reads(variable) != [value]:
        return False
    return [binding.how for binding in facts.scopes.bindings(variable)] == [How.PARAMETER]
