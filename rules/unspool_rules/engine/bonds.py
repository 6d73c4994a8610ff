"""Calls that are right only together."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator

from unspool_rules.engine.attachments.conversation_files import bonds as kept_files
from unspool_rules.engine.citations.files import named_files
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.functions.bonds import shared_tools
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import supposed
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.mocks import is_mocked
from unspool_rules.semantics.reaching import reaching
from unspool_rules.semantics.types import UserClass, UserFunction
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.names import last_name

Bond = tuple[Site, Site]
OPAQUE_IDS = {"thread-id", "message-id"}
"""Ids that are strings before and after: they bind nothing but what reads them in place."""
_WHOLES = frozenset({"thread", "run", "agent"})
_IDS = frozenset({"thread-id", "run-id", "agent-id"})
_SHOWING = frozenset({"print", "pprint", "isinstance", "zip", "dict"})


def bonds(facts: Facts) -> Iterator[Bond]:
    """Pairs of calls that must change together, besides those that share a result."""
    for source in _SOURCES:
        yield from source(facts)


def _arguments(facts: Facts) -> Iterator[Bond]:
    """A call and the makers of what it is given."""
    for site in facts.sites:
        for value in [*site.arguments.values(), *site.unpacked]:
            for node in ast.walk(value):
                if isinstance(node, ast.expr):
                    yield from _taken(facts, site, node)


def _taken(facts: Facts, site: Site, node: ast.expr) -> Iterator[Bond]:
    kinds = {value_kind(t) for t in facts.infer.of(node)} - {None}
    origins = facts.origins(node)
    if not origins or not kinds:
        return
    free = kinds <= OPAQUE_IDS and not _is_direct(facts, node)
    function = facts.tree.function(site.func)
    for origin in origins:
        if not free or facts.tree.function(origin.func) is function:
            yield site, origin


def _is_direct(facts: Facts, node: ast.expr) -> bool:
    """Whether an id is read from the object right here, or kept in a local name."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id not in ("self", "cls")
    if isinstance(node, ast.Name):
        variable = facts.scopes.variable(node)
        return variable is not None and any(
            isinstance(b.node, ast.Name) for b in facts.scopes.bindings(variable)
        )
    return isinstance(node, ast.Call)


def _same_thread(facts: Facts) -> Iterator[Bond]:
    """Calls in one function on one thread: a message and its run are right only together."""
    first: dict[tuple[ast.AST, str], Site] = {}
    for site in facts.sites:
        thread = site.arguments.get("thread_id")
        if thread is None:
            continue
        key = _home(facts, site), _said(facts, thread)
        if key in first:
            yield site, first[key]
        else:
            first[key] = site
    for site in facts.sites:
        if not site.unpacked or "thread_id" in site.arguments:
            continue
        for (function, _), other in first.items():  # any of them may be its thread
            if function is _home(facts, site):
                yield site, other


def _said(facts: Facts, node: ast.expr) -> str:
    """An expression, with the places where its names get what they hold."""
    names = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
    bound = [reaching(facts.tree, facts.scopes, n) for n in names]
    places = [sorted(id(b.node) for b in some) for some in bound if some is not None]
    return f"{ast.dump(node)} {places}"


def _home(facts: Facts, site: Site) -> ast.AST:
    """The function, or the module, that a site stands in."""
    return facts.tree.function(site.func) or facts.tree.module_of(site.func)


def _mocks(facts: Facts) -> Iterator[Bond]:
    """What a test says about a mocked call is right only together with the calls."""
    for site in facts.sites:
        if not is_mocked(facts.tree, site.func):
            continue
        root = _root(facts, site.func)
        for other in facts.sites:
            if root is not None and _root(facts, other.func) == root:
                yield site, other


def _stored_definitions(facts: Facts) -> Iterator[Bond]:
    """An update of a stored assistant at OpenAI changes what all runs by such ids get."""
    by_id = [site for site in facts.sites if site.sort == "openai" and _is_by_id(facts, site)]
    if any(site.operation == "agent.update" for site in by_id):
        yield from ((by_id[0], other) for other in by_id[1:])


def _is_by_id(facts: Facts, site: Site) -> bool:
    agent = site.arguments.get("assistant_id")
    return agent is not None and not facts.origins(agent)


def _supposed_runs(facts: Facts) -> Iterator[Bond]:
    """Outputs are handed in for a run from out of view, as all runs of the file are made."""
    for site in facts.sites:
        yield from ((site, maker) for maker in supposed(facts, site))


def _shared_settings(facts: Facts) -> Iterator[Bond]:
    """Agents that are made and updated with one dictionary, which changes once for all."""
    first: dict[Variable, Site] = {}
    for site in facts.sites:
        for value in site.unpacked if site.operation.startswith("agent.") else ():
            variable = facts.scopes.variable(value) if isinstance(value, ast.Name) else None
            if variable is not None:
                yield site, first.setdefault(variable, site)


def _handed_on(facts: Facts) -> Iterator[Bond]:
    """What code out of view gets in one call, to go on with at the service: a thread and an agent.

    Ids are for the service where the client is given with them.
    """
    for call in facts.tree.of(ast.Call):
        assert isinstance(call, ast.Call)
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        if call in facts.by_call or len(given) < 2:
            continue
        types = {node: facts.infer.of(node) for node in given}
        if any(isinstance(t, (UserClass, UserFunction)) for t in facts.infer.of(call.func)):
            continue
        kinds = _WHOLES
        if any(client_of(t) is not None for found in types.values() for t in found):
            kinds = kinds | _IDS
        makers = [
            facts.origins(node)
            for node, found in types.items()
            if kinds & {value_kind(t) for t in found}
        ]
        found = [site for some in makers for site in some]
        if last_name(call.func) not in _SHOWING:
            yield from ((found[0], other) for other in found[1:] if other.sort == found[0].sort)


def _root(facts: Facts, node: ast.expr) -> Variable | None:
    while isinstance(node, (ast.Attribute, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return facts.scopes.variable(node) if isinstance(node, ast.Name) else None


_SOURCES: tuple[Callable[[Facts], Iterable[Bond]], ...] = (
    shared_tools,
    named_files,
    _arguments,
    _same_thread,
    _stored_definitions,
    _supposed_runs,
    _shared_settings,
    _mocks,
    _handed_on,
    kept_files,
)
