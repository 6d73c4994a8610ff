"""The response that goes on with tool outputs: the run's agent and options once more."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from unspool_rules.engine.definitions_file import is_unpacked
from unspool_rules.engine.facts import Site
from unspool_rules.engine.operations import runs
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Item
from unspool_rules.syntax.scopes import Variable

_ONCE = ("input=", "tool_choice=", "metadata=")
"""What only the first response of a round is given."""


def follow_up(
    work: Work, site: Site, made: list[Site]
) -> tuple[Callable[[Rendering], str], Callable[[Rendering], list[Item]]] | None:
    """The agent and the options of the run, for the response that goes on with it."""
    first = made[0]
    agent = first.arguments.get("agent_id") or first.arguments.get("assistant_id")
    if agent is None:
        work.block(site.anchor, "the agent of the run is not known")
        return None
    shapes = {_shape(maker) for maker in made}
    if len(shapes) != 1:
        work.block(site.anchor, "the run is made in more than one way")
        return None
    repeated = [
        value
        for name, value in first.arguments.items()
        if name not in _NOT_REPEATED and value is not agent
    ]
    if not all(_reachable(work, value, first, site) for value in (agent, *repeated)):
        work.block(
            site.anchor,
            f"`{' '.join(work.tree.segment(agent).split())}` and the options that the run was made "
            "with are not at hand here: the response that goes on needs them again",
        )
        return None
    request = runs.request_of(work, first, agent)
    if request is None:
        return None
    func, arguments, _ = request
    if work.foundry(site) or is_unpacked(work, first, agent):

        def func(r: Rendering) -> str:
            return f"{r.openai(site)}.responses.create"

    return func, lambda r: [
        replace(i, above=(), behind="") for i in arguments(r) if i.prefix not in _ONCE
    ]


_NOT_REPEATED = {
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


def _shape(site: Site) -> str:
    return repr(
        sorted(
            (name, ast.dump(value))
            for name, value in site.arguments.items()
            if name not in _NOT_REPEATED
        )
    )


def _reachable(work: Work, value: ast.expr, maker: Site, site: Site) -> bool:
    """Whether an expression at one operation means the same at a later one."""
    scopes = work.facts.scopes
    here = scopes.scope_of(site.func)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable != scopes.lookup(node.id, here):
                if not (node.id == "self" and _same_class(work, maker, site)):
                    return False
            elif variable is not None and not _steady(work, variable, maker, site):
                return False
        elif isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield)) or (
            isinstance(node, ast.Call) and not _is_lookup(node)
        ):
            return False
    return True


def _is_lookup(node: ast.Call) -> bool:
    text = ast.unparse(node.func)
    return text in ("os.getenv", "os.environ.get", "str", "getenv")


def _same_class(work: Work, maker: Site, site: Site) -> bool:
    owner = work.tree.owner(site.func)
    return owner is not None and owner is work.tree.owner(maker.func)


def _steady(work: Work, variable: Variable, maker: Site, site: Site) -> bool:
    bindings = work.facts.scopes.bindings(variable)
    if len(bindings) <= 1:
        return True
    if work.tree.function(maker.func) is not work.tree.function(site.func):
        return False
    start, end = work.tree.span(maker.func).start, work.tree.span(site.func).start
    return not any(
        hasattr(b.node, "lineno") and start <= work.tree.span(b.node).start <= end for b in bindings
    )
