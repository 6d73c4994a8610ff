"""Agents of one name: what were two agents would be two versions of one."""

from __future__ import annotations

import ast
import re
from functools import cache

from unspool_rules.engine.facts import Site
from unspool_rules.engine.work import Work

_MAKERS = ("agent.create",)


def look(work: Work, site: Site, name: ast.expr) -> None:
    """Block where another agent of the name is made beside this one; note one made elsewhere.

    A reference without a version means the latest one, so the first agent would get the
    instructions of the second.
    """
    mine = _slug(work, name)
    if mine is None:
        return
    for other in work.facts.sites:
        given = other.arguments.get("name")
        if given is name or other.operation not in _MAKERS or given is None:
            continue
        if _slug(work, given) != mine or _definition(other) == _definition(site):
            continue
        if work.tree.function(site.func) is not work.tree.function(other.func):
            work.note(f'another agent of this file is named "{mine}", too: one version each')
        elif not (_apart(work, site.func, other.func) or _deleted_between(work, site, other)):
            work.block(name, f'two agents are named "{mine}": the second would replace the first')


def _slug(work: Work, name: ast.expr) -> str | None:
    value = work.string_value(work.literal_of(name))
    return _shortened(value) if value else None


@cache
def _shortened(name: str) -> str:
    """A name as the service takes it: letters, digits and hyphens, at most 63 of them."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:63].strip("-")


def _definition(site: Site) -> list[str]:
    return sorted(f"{k}={ast.dump(v)}" for k, v in site.arguments.items())


def _deleted_between(work: Work, one: Site, other: Site) -> bool:
    """Whether an agent is deleted between two places: one of a name at a time."""
    first, last = sorted(work.tree.span(s.func).start for s in (one, other))
    return any(
        site.operation == "agent.delete"
        and first < work.tree.span(site.func).start < last
        and work.tree.function(site.func) is work.tree.function(one.func)
        for site in work.facts.sites
    )


def _apart(work: Work, one: ast.AST, other: ast.AST) -> bool:
    """Whether only one of two places is ever reached: in different branches."""
    branches: dict[ast.AST, ast.AST] = {}
    child: ast.AST = one
    for above in work.tree.ancestors(one):
        branches[above] = child
        child = above
    child = other
    for above in work.tree.ancestors(other):
        if isinstance(above, (ast.If, ast.IfExp, ast.Try, ast.Match)) and above in branches:
            return _branch(above, branches[above]) != _branch(above, child)
        child = above
    return False


def _branch(above: ast.AST, child: ast.AST) -> str:
    if isinstance(above, ast.Match):
        return str(above.cases.index(child)) if isinstance(child, ast.match_case) else ""
    for name, value in ast.iter_fields(above):
        if value is child or (isinstance(value, list) and child in value):
            return name
    return ""
