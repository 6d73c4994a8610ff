"""Who still holds the first response of a run where a function went on with another one.

A run is the same object of the service all along; each round of tool outputs has a response of
its own. Who handed the run in has the old response, unless it takes what the function returns.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import CREATES
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_SAME = frozenset({"thread_id", "assistant_id", "agent_id"})
"""What the first response says as well as the last one."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A read of a run that is not the one that its function goes on with."""

    call: ast.Call
    holder: ast.expr
    """The run that was handed in, or what has the id that it was fetched by."""
    use: ast.expr


def stale_reads(
    facts: Facts, site: Site, makers: list[Site], taken: Collection[ast.Call] = ()
) -> Iterator[ast.expr]:
    """Where callers in view read a run again that the function of a submission went on with.

    Args:
        taken: calls whose result the caller goes on with.
    """
    return (stale.use for stale in stale_holders(facts, site, makers, taken))


def stale_holders(
    facts: Facts, site: Site, makers: list[Site], taken: Collection[ast.Call] = ()
) -> Iterator[Stale]:
    """The same reads, with the calls and what holds the run there."""
    seen: set[ast.AST] = set()
    stack = [facts.tree.function(site.func)]
    while stack:
        function = stack.pop()
        if not isinstance(function, _FUNCTIONS) or function in seen:
            continue
        seen.add(function)
        for call, _ in calls_of(facts.infer, function):
            holders = list(_handed(facts, call, makers))
            if holders and call not in taken:
                for holder in holders:
                    for use in _reads_behind(facts, call, holder):
                        yield Stale(call, holder, use)
                for other in _fetched_otherwise(facts, call, holders):
                    yield Stale(call, other, other)
            stack.append(facts.tree.function(call))


def takes_result(facts: Facts, call: ast.Call, variable: Variable) -> bool:
    """Whether a name is given what a call returns."""
    inside = {call, *facts.tree.ancestors(call)}
    return any(b.value in inside for b in facts.scopes.bindings(variable) if b.value is not None)


def _handed(facts: Facts, call: ast.Call, makers: list[Site]) -> Iterator[ast.expr]:
    """What holds a run that a call gets, and what has the id that it was fetched by."""
    for value in [*call.args, *(keyword.value for keyword in call.keywords)]:
        holders = list(_holders(facts, call, value))
        if any(maker in facts.origins(holder) for holder in holders for maker in makers):
            yield from holders


def _holders(facts: Facts, call: ast.Call, value: ast.expr) -> Iterator[ast.expr]:
    seen: set[Site] = set()
    waiting = [value]
    while waiting:
        value = waiting.pop()
        holder = value.value if isinstance(value, ast.Attribute) and value.attr == "id" else value
        if not isinstance(holder, (ast.Name, ast.Attribute)):
            continue
        yield holder
        for site in facts.origins(holder):
            again = site.arguments.get("run_id")
            here = facts.tree.function(site.func) is facts.tree.function(call)
            if site.operation in POLLS and here and again is not None and site not in seen:
                seen.add(site)
                waiting.append(again)


def _reads_behind(facts: Facts, call: ast.Call, holder: ast.expr) -> Iterator[ast.expr]:
    variable = facts.scopes.variable(holder) if isinstance(holder, ast.Name) else None
    if variable is None or takes_result(facts, call, variable):
        return
    tree = facts.tree
    function, end = tree.function(call), tree.span(call).end
    inside = set(ast.walk(call))
    around = {a for a in tree.ancestors(call) if isinstance(a, _LOOPS)}
    for use in facts.scopes.reads(variable):
        parent = tree.parents.get(use)
        if use in inside:
            continue
        if isinstance(parent, ast.Attribute) and parent.attr in _SAME:
            continue
        start = tree.span(use).start
        if tree.function(use) is not function:
            yield use
        elif may_follow(tree, call, use):
            floor = end if start > end else min(tree.span(loop).start for loop in around)
            if not _is_made_anew(facts, variable, floor, use):
                yield use


def _fetched_otherwise(facts: Facts, call: ast.Call, holders: list[ast.expr]) -> Iterator[ast.expr]:
    """By what else than these holders the run may be fetched behind a call that went on with it."""
    known = {ast.dump(holder) for holder in holders}
    inside = set(ast.walk(call))
    function = facts.tree.function(call)
    around = facts.tree.of(ast.Call) if function is None else ast.walk(function)
    for other in around:
        if not isinstance(other, ast.Call) or other in inside:
            continue
        if facts.tree.function(other) is not function or not may_follow(facts.tree, call, other):
            continue
        site = facts.by_call.get(other)
        asked = site.arguments.get("run_id") if site and site.operation in POLLS else None
        for run_id in [asked] if asked is not None else fetched_by(facts, other):
            base = run_id.value if isinstance(run_id, ast.Attribute) else run_id
            if ast.dump(run_id) not in known and ast.dump(base) not in known:
                makers = facts.origins(run_id)
                if not makers or any(maker.operation in CREATES for maker in makers):
                    yield run_id


def fetched_by(facts: Facts, call: ast.Call) -> Iterator[ast.expr]:
    """The ids that a function of the file gets, and fetches the runs by that it gives."""
    for poll in facts.origins(call):
        run_id = poll.arguments.get("run_id")
        if run_id is None or poll.operation not in POLLS or poll.call is call:
            continue
        wanted = facts.scopes.variable(run_id) if isinstance(run_id, ast.Name) else None
        for known in facts.infer.of(call.func) if wanted is not None else ():
            function = known.node if isinstance(known, UserFunction) else None
            if not isinstance(function, _FUNCTIONS) or not isinstance(known, UserFunction):
                continue
            for value in (*call.args, *(keyword.value for keyword in call.keywords)):
                parameter = parameter_for(function, value, call, known.bound)
                if parameter is None:
                    continue
                scope = facts.scopes.scope_of(parameter)
                if facts.scopes.lookup(parameter.arg, scope) == wanted:
                    yield value


def _is_made_anew(facts: Facts, variable: Variable, floor: int, use: ast.expr) -> bool:
    """Whether a name is given another run on all ways from a place to a use of it."""
    tree = facts.tree
    around = set(tree.ancestors(use))
    for binding in facts.scopes.bindings(variable):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        site = facts.by_call.get(value) if isinstance(value, ast.Call) else None
        if site is None or site.operation not in CREATES or binding.path:
            continue
        statement = tree.statement(site.func)
        if floor < tree.span(statement).start < tree.span(use).start:
            if tree.parents.get(statement) in around and _is_in_block(tree.parents, statement, use):
                return True
    return False


def _is_in_block(parents: Mapping[ast.AST, ast.AST], statement: ast.stmt, use: ast.AST) -> bool:
    """Whether a use stands in the list of statements that a statement is a member of."""
    above, child = parents[statement], use
    while parents[child] is not above:
        child = parents[child]
    return any(
        isinstance(block, list) and statement in block and child in block
        for _, block in ast.iter_fields(above)
    )
