"""What a run was made with is given again to the response that goes on with tool outputs."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.streams import streams
from unspool_rules.syntax.scopes import Variable

CREATES = ("run.create", "run.process", "thread_run.create", "thread_run.process")
_MAKE = (*CREATES, "run.stream", "thread_run.stream")
_SUBMITS = ("run.submit", "run.submit_poll")
_ONCE = {
    "thread_id",
    "thread",
    "additional_messages",
    "metadata",
    "tool_choice",
    "poll_interval_ms",
    "polling_interval",
    "sleep_interval",
    "stream",
    "timeout",
    "extra_headers",
}
"""Arguments of a run that only its first response is given."""


def agent_of(maker: Site) -> ast.expr | None:
    """The id of the agent that a run is made with."""
    return maker.arguments.get("agent_id") or maker.arguments.get("assistant_id")


def are_alike(makers: list[Site]) -> bool:
    """Whether runs are made with the same expressions, apart from what is given only once."""
    shapes = {
        repr(sorted((n, ast.dump(v)) for n, v in maker.arguments.items() if n not in _ONCE))
        for maker in makers
    }
    return len(shapes) == 1


def are_at_hand(facts: Facts, maker: Site, site: Site) -> bool:
    """Whether what a run was made with means the same at a later operation."""
    return all(
        _reachable(facts, value, maker, site)
        for name, value in maker.arguments.items()
        if name not in _ONCE
    )


def supposed(facts: Facts, site: Site) -> list[Site]:
    """All runs that a file makes, for a submission whose run comes from out of view.

    None where they are streamed or not made alike, or what they are made with is not at hand.
    """
    run_id = site.arguments.get("run_id")
    if site.operation not in _SUBMITS or run_id is None:
        return []
    if any(maker.operation in CREATES for maker in facts.origins(run_id)):
        return []
    makers = [s for s in facts.sites if s.operation in _MAKE and s.sort == site.sort]
    known = all(
        agent_of(maker) is not None and not maker.unpacked and not streams(maker)
        for maker in makers
    )
    if not makers or not known or not are_alike(makers):
        return []
    return makers if all(are_at_hand(facts, maker, site) for maker in makers) else []


def _reachable(facts: Facts, value: ast.expr, maker: Site, site: Site) -> bool:
    scopes = facts.scopes
    here = scopes.scope_of(site.func)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable != scopes.lookup(node.id, here):
                if not (node.id == "self" and _same_class(facts, maker, site)):
                    return False
            elif variable is not None and not _steady(facts, variable, maker, site):
                return False
        elif isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield)) or (
            isinstance(node, ast.Call) and not _is_lookup(node)
        ):
            return False
    return True


def _is_lookup(node: ast.Call) -> bool:
    text = ast.unparse(node.func)
    return text in ("os.getenv", "os.environ.get", "str", "getenv")


def _same_class(facts: Facts, maker: Site, site: Site) -> bool:
    owner = facts.tree.owner(site.func)
    return owner is not None and owner is facts.tree.owner(maker.func)


def _steady(facts: Facts, variable: Variable, maker: Site, site: Site) -> bool:
    bindings = facts.scopes.bindings(variable)
    if len(bindings) <= 1:
        return True
    tree = facts.tree
    if tree.function(maker.func) is not tree.function(site.func):
        return False
    start, end = tree.span(maker.func).start, tree.span(site.func).start
    return not any(
        hasattr(b.node, "lineno") and start <= tree.span(b.node).start <= end for b in bindings
    )
