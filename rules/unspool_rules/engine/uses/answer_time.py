"""The time of a message that a run has added: items have none, but the response has one."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.answers import TIME, TIME_NOTE, newest_first, response_before
from unspool_rules.engine.operations.messages.run_messages import is_ours
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import How, Variable

_FIELDS = frozenset({"thread_id", "order", "limit"})
_MOVES = frozenset({"reverse", "sort", "insert", "pop", "remove", "clear"})


def answer_time(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``message.created_at`` of an answer; False where it may be any other message's."""
    made = work.facts.origins(base)
    site = made[0] if len(made) == 1 else None
    if site is None or site.operation != "message.list" or site not in work.plan.sites:
        return False
    response = _of_listed_run(work, site, node)
    if response is None and _is_newest(work, site, base):
        response = response_before(work, site, [node])
    if response is None:
        return False
    held = response
    work.claimed.add(node)
    work.replace(node, lambda r: TIME.format(r.naming.renamed.get(held, held.name)))
    work.note(TIME_NOTE)
    return True


def _of_listed_run(work: Work, site: Site, node: ast.expr) -> Variable | None:
    """The run of ``run_id=run.id``, of which all listed messages are, where it is still held."""
    run_id = site.arguments.get("run_id")
    run = run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else None
    held = work.variable_of(run) if run is not None else None
    if run is None or held is None or not is_ours(work, run):
        return None
    function = work.tree.function(site.func)
    if work.tree.function(node) is not function or held != work.facts.scopes.lookup(
        held.name, work.facts.scopes.scope_of(node)
    ):
        return None
    start = work.tree.span(work.tree.statement(site.func)).start
    end = work.tree.span(node).start
    moved = any(
        start < work.tree.span(b.node).start < end or work.tree.function(b.node) is not function
        for b in work.facts.scopes.bindings(held)
    )
    return None if moved or start > end else held


def _is_newest(work: Work, site: Site, base: ast.expr) -> bool:
    """Whether it is the first message of a listing that begins with the newest one."""
    if not newest_first(work, site) or set(site.arguments) - _FIELDS or site.unpacked:
        return False
    variable = work.variable_of(base)
    if variable is not None:
        bindings = work.facts.scopes.bindings(variable)
        value = bindings[0].value if len(bindings) == 1 else None
        if value is None or bindings[0].how is not How.ASSIGN or bindings[0].path:
            return False
        same = work.tree.function(value) is work.tree.function(base)
        return same and _is_newest(work, site, value)
    if not isinstance(base, ast.Subscript) or not isinstance(base.slice, ast.Constant):
        return False
    listed: ast.expr = base.value
    if isinstance(listed, ast.Attribute) and listed.attr == "data":
        listed = listed.value
    return base.slice.value == 0 and _is_listing(work, site, listed)


def _is_listing(work: Work, site: Site, listed: ast.expr) -> bool:
    """Whether an expression is the listing itself, or a name that holds nothing else."""
    name = work.binding_name(site)
    if name is None:
        return listed is work.outer(site)
    variable = work.variable_of(listed)
    return (
        variable is not None
        and variable == work.facts.scopes.variable(name)
        and len(work.facts.scopes.bindings(variable)) == 1
        and _is_unchanged(work, variable)
    )


def _is_unchanged(work: Work, variable: Variable) -> bool:
    """Whether nothing puts another message in the first place of a list."""
    for use in work.facts.scopes.reads(variable):
        above = work.tree.parents.get(use)
        if isinstance(above, ast.Attribute) and above.attr == "data":
            above = work.tree.parents.get(above)
        if isinstance(above, ast.Attribute) and above.attr in _MOVES:
            return False
        if isinstance(above, ast.Subscript) and not isinstance(above.ctx, ast.Load):
            return False
    return True


__all__ = ["answer_time"]
