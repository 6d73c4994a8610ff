"""Settings that a run is given and its agent has: a response beside an agent takes none.

Source: azure-ai-agents 1.1.0 ``operations/_operations.py`` (``runs.create``: what each overrides).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name

_SETTINGS = ("model", "instructions", "temperature", "top_p", "response_format")
_RUNS = ("run.create", "run.process", "run.stream", "thread_run")
_CONDITIONS = (
    ast.If,
    ast.IfExp,
    ast.BoolOp,
    ast.ExceptHandler,
    ast.While,
    ast.For,
    ast.AsyncFor,
    ast.match_case,
)


def settle(work: Work) -> None:
    """Leave out settings of runs that are those of the agent, or can be in its definition."""
    if any(site.operation == "agent.update" for site in work.facts.sites):
        return  # what the agent had, a run may bring back
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
            if known is not None and _same(work, known, given, maker.func, site.func):
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


def _same(work: Work, one: ast.expr, other: ast.expr, made: ast.expr, place: ast.expr) -> bool:
    """Whether an agent that is made in one place has what a run is given in another."""
    if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
        return one.value == other.value
    variable = work.variable_of(one)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if variable is None or variable != work.variable_of(other) or len(bindings) != 1:
        return False
    above = work.tree.ancestors(bindings[0].node)
    rounds = any(isinstance(a, (ast.For, ast.AsyncFor, ast.While)) for a in above)
    return (variable.of_module and not rounds) or _comes_by(work, made, place)


def _comes_by(work: Work, made: ast.expr, place: ast.expr) -> bool:
    """Whether who comes to a place has made the agent this time: not an earlier call, or round."""
    if work.tree.function(made) is not work.tree.function(place):
        return False
    around = set(work.tree.ancestors(place))
    return not any(
        isinstance(a, _CONDITIONS) and a not in around for a in work.tree.ancestors(made)
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
