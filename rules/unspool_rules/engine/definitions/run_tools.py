"""Tools that runs are given: those of the definition of their agent, where all its runs have them.

A run's tools took the place of the agent's; a response beside an agent takes none.
Source: azure-ai-agents 1.1.0 ``operations/_patch.py`` (``create_and_process``: ``toolset``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.functions.made import FUNCTION_TOOLS, made_by, name_of
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty

_NAMES = ("toolset", "tools")
_RUNS = ("run.create", "run.process", "run.stream", "thread_run")
_OTHERS = (
    "the tools of this run take the place of its agent's: they belong to the agent's definition now"
)
_FUNCTIONS = (
    "the functions that this run is given have to be in the definition of its agent, which is made "
    "elsewhere"
)


def move(work: Work) -> None:
    """Let agents that are made here have the tools that each of their runs is given."""
    for site in work.plan.sites:
        if not site.operation.startswith(_RUNS) or not work.foundry(site) or not site.azure:
            continue
        for name in _NAMES:
            given = site.arguments.get(name)
            if given is None or is_empty(given):
                continue
            maker = _maker(work, site)
            if maker is not None and _has(maker, name, given):
                _take(site, name)
            elif maker is not None and _may_have(work, maker, name, given):
                maker.arguments[name] = given
                _take(site, name)
            elif name == "toolset" and not _is_known_to_all(work, site, given):
                if maker is None and _has_only_functions(work, given):
                    work.note(_FUNCTIONS)
                else:
                    work.block(given, _OTHERS)


def _has_only_functions(work: Work, given: ast.expr) -> bool:
    """Whether a tool set offers nothing but functions, which the program calls itself now."""
    made = made_by(work, given)
    added = tools(work).members(made) if made is not None else []
    return bool(added) and all(name_of(work, member) in FUNCTION_TOOLS for member in added)


def _is_known_to_all(work: Work, site: Site, given: ast.expr) -> bool:
    """Whether each place that makes the agent of a run gives it these tools."""
    agent = site.arguments.get("agent_id")
    made = work.facts.origins(agent) if agent is not None else []
    return bool(made) and all(
        m.operation == "agent.create" and _has(m, "toolset", given) for m in made
    )


def _take(site: Site, name: str) -> None:
    """Only the functions of a tool set are still the run's: it called them by itself."""
    if name == "tools":
        del site.arguments[name]


def _maker(work: Work, site: Site) -> Site | None:
    """The one creation of the agent of a run, in the same flow."""
    agent = site.arguments.get("agent_id")
    made = work.facts.origins(agent) if agent is not None else []
    if len(made) != 1 or made[0].operation != "agent.create" or made[0] not in work.plan.sites:
        return None
    return made[0]


def _has(maker: Site, name: str, given: ast.expr) -> bool:
    """Whether an agent is made with the same tools."""
    known = maker.arguments.get(name)
    if known is not None and ast.dump(known) == ast.dump(given):
        return True
    listed = maker.arguments.get("tools")
    return (
        name == "toolset"
        and isinstance(listed, ast.Attribute)
        and listed.attr == "definitions"
        and ast.dump(listed.value) == ast.dump(given)
    )


def _may_have(work: Work, maker: Site, name: str, given: ast.expr) -> bool:
    """Whether an agent without tools can be made with those that all of its runs are given."""
    own = (maker.arguments.get(n) for n in (*_NAMES, "tool_resources"))
    if maker.unpacked or maker.sometimes or not all(o is None or is_empty(o) for o in own):
        return False
    runs = [
        s
        for s in work.facts.sites
        if s.operation.startswith(_RUNS)
        and (agent := s.arguments.get("agent_id")) is not None
        and maker in work.facts.origins(agent)
    ]
    return all(_has(s, name, given) for s in runs) and _is_complete(work, maker, given)


def _is_complete(work: Work, maker: Site, given: ast.expr) -> bool:
    """Whether the tools are all there, and under the same name, when the agent is made."""
    root = given.value if isinstance(given, ast.Attribute) else given
    variable = work.variable_of(root)
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return False
    place = maker.anchor
    if work.facts.scopes.lookup(variable.name, work.facts.scopes.scope_of(place)) != variable:
        return False
    binding = work.facts.scopes.bindings(variable)[0]
    changes = [binding.node]
    for use in work.facts.scopes.uses(variable):
        above = work.tree.parents.get(use)
        call = work.tree.parents.get(above) if isinstance(above, ast.Attribute) else None
        if isinstance(call, ast.Call) and call.func is above:
            changes.append(use)
    return all(precedes(work.tree, work.tree.statement(node), place) for node in changes)
