"""What a run was made with is given again to the response that goes on with tool outputs."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.own_objects import may_be_one
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.syntax.bindings import How, Variable

CREATES = ("run.create", "run.process", "thread_run.create", "thread_run.process")
MAKES = (*CREATES, "run.stream", "thread_run.stream")
GIVES_RUN = (*CREATES, "run.get", "run.poll")
"""Operations that give a run: one that is made, or fetched."""
_RENEWS = ("run.get", "run.poll", *SUBMITS)
_ONCE = {
    "thread_id",
    "thread",
    "additional_messages",
    "metadata",
    "tool_choice",
    "poll_interval_ms",
    "polling_interval",
    "run_handler",
    "sleep_interval",
    "stream",
    "event_handler",
    "timeout",
    "extra_headers",
}
"""Arguments of a run that only its first response is given."""


def given_again(maker: Site) -> frozenset[str]:
    """Arguments under a condition that the responses after the first need, too."""
    return maker.sometimes - _ONCE - {"additional_instructions", "max_prompt_tokens"}


def agent_of(maker: Site) -> ast.expr | None:
    """The id of the agent that a run is made with."""
    return maker.arguments.get("agent_id") or maker.arguments.get("assistant_id")


def creators_of(facts: Facts, run_id: ast.expr) -> list[Site]:
    """The operations that made the run whose id is given, which may have been fetched since."""
    found: dict[Site, None] = {}
    seen: set[Site] = set()
    waiting = [run_id]
    while waiting:
        for maker in facts.origins(waiting.pop()):
            again = maker.arguments.get("run_id")
            if maker.operation in CREATES:
                found[maker] = None
            elif maker.operation in _RENEWS and again is not None and maker not in seen:
                seen.add(maker)
                waiting.append(again)
    return list(found)


def at_hand(facts: Facts, makers: list[Site], site: Site) -> list[Site]:
    """Those makers of a run whose agent and options mean the same at a later operation."""
    return [maker for maker in makers if _is_at_hand(facts, maker, site)]


def are_alike(facts: Facts, makers: list[Site], site: Site) -> bool:
    """Whether a run is made with the same things in all places, as a later operation sees them."""
    known = at_hand(facts, makers, site)
    return (
        bool(known)
        and len({repr(_shape(maker)) for maker in known}) == 1
        and all(m in known or _comes_along(facts, m, known[0], site) for m in makers)
    )


def supposed(facts: Facts, site: Site) -> list[Site]:
    """All runs that a file makes, for a submission whose run comes from out of view.

    None where they are streamed or not made alike, or what they are made with is not at hand.
    """
    run_id = site.arguments.get("run_id")
    if site.operation not in SUBMITS or run_id is None:
        return []
    if any(maker.operation in CREATES for maker in facts.origins(run_id)):
        return []
    makers = [s for s in facts.sites if s.operation in MAKES and s.sort == site.sort]
    known = all(
        agent_of(maker) is not None and not maker.unpacked and not streams(maker)
        for maker in makers
    )
    if not known or len(at_hand(facts, makers, site)) != len(makers):
        return []
    return makers if makers and are_alike(facts, makers, site) else []


def _shape(maker: Site) -> dict[str, str]:
    """What the responses after the first are given again, too."""
    given = ((name, value) for name, value in maker.arguments.items() if name not in _ONCE)
    again = {"**": maker.spread} if given_again(maker) else {}
    return {name: ast.dump(value) for name, value in sorted(given)} | again


def out_of_reach(facts: Facts, maker: Site, site: Site) -> list[ast.expr]:
    """What of a run's agent and options means something else at a later operation."""
    return [
        value
        for name, value in maker.arguments.items()
        if name not in _ONCE and not is_reachable(facts, value, maker.func, site.func)
    ]


def _is_at_hand(facts: Facts, maker: Site, site: Site, besides: ast.expr | None = None) -> bool:
    return all(value is besides for value in out_of_reach(facts, maker, site))


def _comes_along(facts: Facts, maker: Site, first: Site, site: Site) -> bool:
    """Whether a run's agent is handed on with the run, as what another run here is made with."""
    function, agent, here = facts.tree.function(site.func), agent_of(maker), agent_of(first)
    variable = facts.scopes.variable(here) if isinstance(here, ast.Name) else None
    bindings = facts.scopes.bindings(variable) if variable is not None else []
    if agent is None or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    if [b.how for b in bindings] != [How.PARAMETER] or not _is_at_hand(facts, maker, site, agent):
        return False
    if _options(maker) != _options(first):
        return False
    handed = []
    for call, bound in calls_of(facts.infer, function):
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        if any(maker in facts.origins(value) for value in values):
            handed.append(
                any(
                    parameter_for(function, value, call, bound) is bindings[0].node
                    and ast.dump(value) == ast.dump(agent)
                    and is_reachable(facts, agent, maker.func, value)
                    for value in values
                )
            )
    return bool(handed) and all(handed)


def _options(maker: Site) -> dict[str, str]:
    return {n: v for n, v in _shape(maker).items() if n not in ("agent_id", "assistant_id")}


def is_reachable(facts: Facts, value: ast.expr, start: ast.expr, place: ast.expr) -> bool:
    """Whether an expression at one place means the same at a later one."""
    scopes = facts.scopes
    here = scopes.scope_of(place)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable != scopes.lookup(node.id, here):
                if not (node.id == "self" and may_be_one(facts, start, place)):
                    return False
            elif variable is not None and not _steady(facts, variable, start, place):
                return False
        elif isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield)) or (
            isinstance(node, ast.Call) and not _is_lookup(node)
        ):
            return False
    return True


def _is_lookup(node: ast.Call) -> bool:
    """Whether a call gives the same each time: a variable of the environment, a model's schema."""
    text = ast.unparse(node.func)
    if text in ("os.getenv", "os.environ.get", "str", "getenv"):
        return True
    return text.endswith((".model_json_schema", ".schema")) and not (node.args or node.keywords)


def _steady(facts: Facts, variable: Variable, start: ast.expr, place: ast.expr) -> bool:
    bindings = facts.scopes.bindings(variable)
    if len(bindings) <= 1:
        return True
    tree = facts.tree
    if tree.function(start) is not tree.function(place):
        return False
    begin, end = tree.span(start).start, tree.span(place).start
    return not any(
        hasattr(b.node, "lineno") and begin <= tree.span(b.node).start <= end for b in bindings
    )
