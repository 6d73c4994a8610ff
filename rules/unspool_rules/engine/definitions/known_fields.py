"""What a definition that is made in the code surely has, or surely lacks."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work, is_missing

_ABSENT = ast.Constant(None)


def is_defined(work: Work, agent: ast.expr, key: str) -> bool:
    """Whether a definition that is made in the code surely has a field."""
    makers = work.facts.origins(agent)
    return bool(makers) and all(
        m.operation == "agent.create"
        and not m.unpacked
        and not is_missing(m.arguments.get(key, _ABSENT))
        for m in makers
    )


def lacks(work: Work, agent: ast.expr, key: str) -> bool:
    """Whether a definition that is made in the code surely does not have a field."""
    makers = work.facts.origins(agent)
    return bool(makers) and all(
        m.operation == "agent.create"
        and not m.unpacked
        and key not in m.sometimes
        and is_missing(m.arguments.get(key, _ABSENT))
        for m in (*makers, *(s for s in work.plan.sites if s.operation == "agent.update"))
    )


__all__ = ["is_defined", "lacks"]
