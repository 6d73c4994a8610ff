"""A name that keeps the id of an assistant which is updated later: it follows the update."""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction


def kept_by(work: Work, node: ast.expr, site: Site) -> ast.Name | None:
    """The name that an assistant's id is put into, where an update can write to it, too.

    Args:
        node: The id.
        site: The update, behind it in the same scope.

    Returns:
        None when the id may go on from there to where no update reaches it.
    """
    statement = work.tree.parents.get(node)
    if not (isinstance(statement, ast.Assign) and len(statement.targets) == 1):
        return None
    name = statement.targets[0]
    variable = work.variable_of(name)
    if not isinstance(name, ast.Name) or variable is None or is_taken(work.facts, variable):
        return None
    if variable.scope is not work.facts.scopes.scope_of(site.anchor):
        return None
    if len(work.facts.scopes.bindings(variable)) != 1 or not work.tree.stands_alone(statement):
        return None
    if work.tree.span(statement).start > work.tree.span(site.anchor).start:
        return None
    for use in work.facts.scopes.uses(variable):
        if isinstance(use.ctx, ast.Load) and not _is_passed(work, use):
            return None
    return name


def _is_passed(work: Work, use: ast.expr) -> bool:
    """Whether a name is only an argument of a call of the SDK or of a function of the file."""
    call = work.tree.parents.get(use)
    if isinstance(call, ast.keyword):
        call = work.tree.parents.get(call)
    if not isinstance(call, ast.Call):
        return False
    callees = work.infer.of(call.func)
    own = bool(callees) and all(isinstance(c, UserFunction) for c in callees)
    return call in work.facts.by_call or own
