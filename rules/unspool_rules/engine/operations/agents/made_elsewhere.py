"""The agent of a run that another function makes: what that function is given for it."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.operations.runs.holders import holder_of, source_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import made_with
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.syntax.bindings import How


def agent_given(work: Work, site: Site, maker: Site) -> ast.expr | None:
    """What stands for the agent of a run at a later operation, where a parameter has it.

    Only where nothing else that the run is made with is out of reach there.
    """
    agent = made_with.agent_of(maker)
    if agent is None or made_with.out_of_reach(work.facts, maker, site) != [agent]:
        return None
    seen: set[ast.AST] = set()
    while agent is not None:
        function, parameter = _parameter(work, agent)
        if function is None or parameter is None or function in seen:
            return None
        seen.add(function)
        given = _given(work, function, parameter)
        here = [(call, value) for call, value in given if _makes_run(work, call, site)]
        if len({ast.dump(value) for _, value in here or given}) != 1:
            return None
        if not here and len(given) != len(all_calls(work, function)):
            return None
        agent = (here or given)[0][1]
        if all(
            made_with.is_reachable(work.facts, value, one.func, site.func)
            for one, value in here or given
        ):
            return agent
    return None


def _parameter(work: Work, agent: ast.expr) -> tuple[Function | None, ast.arg | None]:
    variable = work.variable_of(agent)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if [b.how for b in bindings] != [How.PARAMETER] or not isinstance(bindings[0].node, ast.arg):
        return None, None
    function = work.tree.function(bindings[0].node)
    return (function, bindings[0].node) if isinstance(function, FUNCTIONS) else (None, None)


def _given(work: Work, function: Function, parameter: ast.arg) -> list[tuple[ast.Call, ast.expr]]:
    """The calls of a function, and what they give for a parameter."""
    found = []
    for call, bound in calls_of(work.infer, function):
        for value in [*call.args, *(keyword.value for keyword in call.keywords)]:
            if parameter_for(function, value, call, bound) is parameter:
                found.append((call, value))
    return found


def _makes_run(work: Work, call: ast.Call, site: Site) -> bool:
    """Whether the run of an operation has its name from a call."""
    run = work.variable_of(holder_of(source_of(work, site.arguments["run_id"])))
    outer = work.tree.parents.get(call)
    value = outer if isinstance(outer, ast.Await) else call
    bindings = work.facts.scopes.bindings(run) if run is not None else []
    return any(b.value is value and not b.path for b in bindings)


__all__ = ["agent_given"]
