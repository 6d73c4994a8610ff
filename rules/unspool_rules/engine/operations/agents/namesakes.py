"""Agents of one name: what were two agents would be two versions of one."""

from __future__ import annotations

import ast
import re
from functools import cache

from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, mapping

_MAKERS = ("agent.create",)
_TAKERS = ("run.create", "run.stream", "run.process", "thread_run.", "agent.delete")
"""Operations that name an agent, or its version, by what is at hand."""


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
        elif _apart(work, site.func, other.func) or _deleted_between(work, site, other):
            continue
        elif _are_told_apart(work, site) and _are_told_apart(work, other):
            work.once(_versioned).add(site)
            work.note(f'two agents are named "{mine}": they are two versions of one agent')
        else:
            work.block(name, f'two agents are named "{mine}": the second would replace the first')


def reference(work: Work, r: Rendering, agent: ast.expr, name: Code) -> Code:
    """What a response says of its agent: its version, too, where another has the name."""
    version: list[tuple[str, Code]] = []
    if isinstance(agent, ast.Attribute) and agent.attr == "id":
        holder = agent.value
        if not work.once(_versioned).isdisjoint(work.facts.origins(holder)):
            version.append(("version", f"{r.operand(holder)}.version"))
    return mapping([("name", name), *version, ("type", '"agent_reference"')])


def _versioned(_: Work) -> set[Site]:
    """The agents that share their names with others, and are told apart by their versions."""
    return set()


def _are_told_apart(work: Work, site: Site) -> bool:
    """Whether every use of an agent's id has the agent at hand, which knows its version."""
    if any(other.operation == "agent.update" for other in work.facts.sites):
        return False
    for read in work.tree.of(ast.Attribute):
        if read.attr != "id" or site not in work.facts.origins(read.value):
            continue
        parent = work.tree.parents.get(read)
        call = work.tree.parents.get(parent) if isinstance(parent, ast.keyword) else parent
        taker = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        if any(maker.operation not in _MAKERS for maker in work.facts.origins(read.value)):
            return False  # what is looked up is no version
        if taker is None and not is_shown(work.facts, read):
            return False
        if taker is not None and not (
            taker.operation.startswith(_TAKERS)
            and taker.arguments.get("agent_id", taker.arguments.get("assistant_id")) is read
        ):
            return False
    return True


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
