"""Settings that a run is given and its agent has: a response beside an agent takes none.

Source: azure-ai-agents 1.1.0 ``operations/_operations.py`` (``runs.create``: what each overrides).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Site
from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name

_SETTINGS = ("model", "instructions", "temperature", "top_p", "response_format")
_RUNS = ("run.create", "run.process", "run.stream", "thread_run")


def settle(work: Work) -> None:
    """Leave out settings of runs that are those of the agent, or can be in its definition."""
    for site in work.plan.sites:
        if not site.operation.startswith(_RUNS) or not work.foundry(site):
            continue
        agent = site.arguments.get("agent_id")
        if agent is None:
            continue
        for name in _SETTINGS:
            given = site.arguments.get(name)
            if given is None:
                continue
            if _is_its_own(given, agent, name):
                work.claimed.add(given)
                del site.arguments[name]
                continue
            maker = _maker(work, agent)
            if maker is None:
                continue
            known = maker.arguments.get(name)
            if known is None and name != "instructions" and _is_given_to_all(work, maker, name):
                maker.arguments[name] = known = given
                work.note(f"`{name}` of the runs is in the agent's definition now")
            if known is not None and _same(work, known, given):
                del site.arguments[name]


def _is_its_own(given: ast.expr, agent: ast.expr, name: str) -> bool:
    """``agent_id=agent.id, instructions=agent.instructions``."""
    return (
        isinstance(given, ast.Attribute)
        and isinstance(agent, ast.Attribute)
        and (given.attr, agent.attr) == (name, "id")
        and bool(last_name(agent.value))
        and ast.dump(given.value) == ast.dump(agent.value)
    )


def _maker(work: Work, agent: ast.expr) -> Site | None:
    """The one creation of an agent, in the same flow."""
    made = work.facts.origins(agent)
    if len(made) != 1 or made[0].operation != "agent.create" or made[0] not in work.plan.sites:
        return None
    return None if made[0].unpacked else made[0]


def _same(work: Work, one: ast.expr, other: ast.expr) -> bool:
    if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
        return one.value == other.value
    variable = work.variable_of(one)
    return (
        variable is not None
        and variable == work.variable_of(other)
        and len(work.facts.scopes.bindings(variable)) == 1
    )


def _is_given_to_all(work: Work, maker: Site, name: str) -> bool:
    """Whether each run of an agent is given the same constant."""
    given = [
        site.arguments.get(name)
        for site in work.facts.sites
        if site.operation.startswith(_RUNS)
        and (agent := site.arguments.get("agent_id")) is not None
        and maker in work.facts.origins(agent)
    ]
    constants = {repr(value.value) for value in given if isinstance(value, ast.Constant)}
    return len(constants) == 1 and all(isinstance(value, ast.Constant) for value in given)
