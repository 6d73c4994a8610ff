"""Attributes that keep the id of a run's first response, while another one goes on.

``self.run_id = run.id`` beside a loop that fetches the run by ``self.run_id``, and a function that
hands in outputs by ``run.id``: the name can take the new response, and the attribute never would.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.operations.runs.callers_ids import STAYS
from unspool_rules.engine.operations.runs.holders import holder_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import CREATES
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import UserFunction


def attribute_left(
    work: Work, site: Site, run_id: ast.expr, made: list[Site]
) -> ast.Attribute | None:
    """Where a run is fetched by an attribute that only ever has the id of its first response.

    Args:
        run_id: what the submission itself has the run by, which may be given the new one.
    """
    given = work.once(_of_kept)
    if not given:
        return None
    around = _leading_to(work, site)
    asked = [n for n in given if isinstance(n.ctx, ast.Load) and n.attr != "id"]
    asked = [n for n in asked if not set(made).isdisjoint(work.facts.origins(n))]
    handed = {n.attr for n in asked if not around.isdisjoint(_callees(work, n))}
    own = holder_of(run_id)
    if isinstance(own, ast.Attribute):
        handed.add(own.attr)
    for node in asked:
        if node.attr not in handed and _is_fetched_by(work, node):
            if all(_is_first(work, n) for n in given if _is_put(n) and n.attr == node.attr):
                return node
    return None


def _of_kept(work: Work) -> list[ast.Attribute]:
    """The attributes of names that something is put into."""
    given = [n for n in work.tree.of(ast.Attribute) if isinstance(n.value, ast.Name)]
    put = {n.attr for n in given if _is_put(n)}
    return [n for n in given if n.attr in put]


def left_in(node: ast.Attribute) -> str:
    """Why an attribute that only has a first id holds a submission back."""
    return STAYS.format(ast.unparse(node))


def _leading_to(work: Work, site: Site) -> set[ast.AST | None]:
    """The functions that hand in outputs, themselves or by others of the file."""
    found: set[ast.AST | None] = set()
    waiting = [work.tree.function(site.func)]
    while waiting:
        function = waiting.pop()
        if isinstance(function, FUNCTIONS) and function not in found:
            found.add(function)
            waiting += [work.tree.function(call) for call, _ in calls_of(work.infer, function)]
    return found


def _given_to(work: Work, node: ast.Attribute) -> ast.Call | None:
    """The call that gets an attribute, or the id of what it holds."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Attribute) and parent.attr == "id":
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    return parent if isinstance(parent, ast.Call) else None


def _callees(work: Work, node: ast.Attribute) -> set[ast.AST]:
    call = _given_to(work, node)
    known = work.infer.of(call.func) if call is not None else ()
    return {t.node for t in known if isinstance(t, UserFunction)}


def _is_fetched_by(work: Work, node: ast.Attribute) -> bool:
    """Whether the run is fetched by an attribute, here or in a function of the file."""
    call = _given_to(work, node)
    site = work.facts.by_call.get(call) if call is not None else None
    if call is None or site is not None:
        return site is not None and site.operation in POLLS
    return any(poll.operation in POLLS for poll in work.facts.origins(call))


def _is_put(node: ast.Attribute) -> bool:
    return isinstance(node.ctx, ast.Store)


def _is_first(work: Work, target: ast.Attribute) -> bool:
    """Whether an attribute is given a run as it is made there, or its id."""
    statement = work.tree.statement(target)
    value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
    if value is None or (isinstance(value, ast.Constant) and value.value is None):
        return value is not None
    makers = work.facts.origins(value)
    return bool(makers) and all(maker.operation in CREATES for maker in makers)


__all__ = ["attribute_left", "left_in"]
