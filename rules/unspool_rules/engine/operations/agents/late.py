"""Assistants made before what their tools search in: they are made where the stores are known.

The tutorial's order is: an assistant with file search, a vector store, and an update that gives
the one to the other.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from unspool_rules.engine.messages.content import kinds_of
from unspool_rules.engine.operations.agents.makers import maker_of, updates_of
from unspool_rules.engine.operations.agents.updates import repeatable
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code
from unspool_rules.syntax.names import last_name

_SEARCHES = {"file_search", "retrieval"}
_SHOWS = {"print", "pprint", "display"}
_GIVES = {"tool_resources", "tools", "file_ids"}


def completion_of(work: Work, maker: Site) -> Site | None:
    """The update that gives an assistant the stores that it is made without.

    None unless nothing can happen to the assistant between the two.
    """
    if maker.operation != "agent.create" or maker.call is None or maker.unpacked:
        return None
    tools = maker.arguments.get("tools")
    if tools is None or not kinds_of(work, tools) & _SEARCHES:
        return None
    if any(not is_empty(maker.arguments[n]) for n in _GIVES - {"tools"} if n in maker.arguments):
        return None
    updates = updates_of(work, maker)
    name = work.binding_name(maker)
    if len(updates) != 1 or updates[0].unpacked or name is None:
        return None
    update = updates[0]
    given = [update.arguments[n] for n in _GIVES - {"tools"} if n in update.arguments]
    if all(is_empty(value) for value in given) or "name" in update.arguments:
        return None
    return update if _is_next_use(work, maker, update, name) else None


def _is_next_use(work: Work, maker: Site, update: Site, name: ast.Name) -> bool:
    first, second = work.tree.statement(maker.func), work.tree.statement(update.func)
    home = work.tree.parents[first]
    if home is not work.tree.parents[second] or first is second:
        return False
    block = getattr(home, "body", [])
    if first not in block or second not in block or block.index(first) > block.index(second):
        return False
    if not isinstance(first, ast.Assign) or not work.alone(first):
        return False
    if "#" in work.tree.segment(first) or not _keeps(work, update, name):
        return False
    variable = work.facts.scopes.variable(name)
    start, end = work.tree.span(first).end, work.tree.span(second).start
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        if start < work.tree.span(use).start < end:
            if _shown_by(work, use, block) is None:
                return False
            continue
        if isinstance(use.ctx, ast.Load) and work.tree.function(use) is not work.tree.function(
            first
        ):
            called = [n for n in block[block.index(first) : block.index(second)] if _calls(n)]
            if called:
                return False
    return all(
        repeatable(work, value, update.anchor)
        for key, value in maker.arguments.items()
        if key not in update.arguments
    )


def _shown_by(work: Work, use: ast.Name, block: list[ast.stmt]) -> ast.Expr | None:
    """The statement that only shows a whole assistant: ``assistant``, ``print(assistant)``."""
    statement = work.tree.statement(use)
    if not isinstance(statement, ast.Expr) or statement not in block or not work.alone(statement):
        return None
    nodes = list(ast.walk(statement))
    names = {n.id for n in nodes if isinstance(n, ast.Name)}
    said = {last_name(n.func) for n in nodes if isinstance(n, ast.Call)}
    read = {n.attr for n in nodes if isinstance(n, ast.Attribute)}
    dumps = TEXTS | DICTS
    known = names <= {use.id, *_SHOWS} and said <= _SHOWS | dumps and read <= dumps
    other = (ast.Await, ast.NamedExpr, ast.Lambda, ast.Yield, ast.Starred)
    return statement if known and not any(isinstance(n, other) for n in nodes) else None


def _calls(statement: ast.stmt) -> bool:
    """Whether a statement calls a function by its bare name, which may use any global."""
    return any(
        isinstance(n, ast.Call) and isinstance(n.func, ast.Name) for n in ast.walk(statement)
    )


def _keeps(work: Work, update: Site, name: ast.Name) -> bool:
    """Whether the update's result goes into the assistant's variable, or nowhere."""
    parent = work.tree.parents.get(work.outer(update))
    if isinstance(parent, ast.Expr):
        return True
    return (
        isinstance(parent, ast.Assign)
        and len(parent.targets) == 1
        and isinstance(parent.targets[0], ast.Name)
        and parent.targets[0].id == name.id
    )


def put_off(work: Work, site: Site) -> bool:
    """Plan that an assistant is made later; False where nothing completes it."""
    update, name = completion_of(work, site), work.binding_name(site)
    if update is None or name is None:
        return False
    for argument in site.arguments:
        work.take(site, argument)
    made = work.tree.statement(site.anchor)
    work.remove(made)
    work.note("the assistant is made where its vector stores are known")
    _leave_out(work, made, update, name)
    return True


def _leave_out(work: Work, made: ast.stmt, update: Site, name: ast.Name) -> None:
    """Let go what shows the assistant before it is made."""
    variable = work.facts.scopes.variable(name)
    block = getattr(work.tree.parents[made], "body", [])
    start, end = work.tree.span(made).end, work.tree.span(update.func).start
    for use in work.facts.scopes.reads(variable) if variable is not None else ():
        if not start < work.tree.span(use).start < end or use in work.claimed:
            continue
        shown = _shown_by(work, use, block)
        if shown is not None and shown is not work.tree.statement(update.func):
            work.claimed.update(ast.walk(shown))
            work.remove(shown)
            work.note("lines that showed the assistant before its stores were known are gone")


def complete(work: Work, site: Site, create: Callable[[Work, Site], None]) -> bool:
    """Plan the creation that stands in place of the update; False where this is no such one."""
    agent = site.arguments.get("assistant_id", site.arguments.get("agent_id"))
    maker = maker_of(work, agent) if agent is not None else None
    if maker is None or completion_of(work, maker) is not site:
        return False
    for name in ("assistant_id", "agent_id"):
        site.arguments.pop(name, None)
    for name, value in maker.arguments.items():
        site.arguments.setdefault(name, value)
    work.plan.structured[site] = work.plan.structured.setdefault(maker, {})
    create(work, site)
    outer = work.outer(site)
    holder = work.binding_name(maker)
    if isinstance(work.tree.parents.get(outer), ast.Expr) and holder is not None:
        _assign(work, site, holder)
    return True


def _assign(work: Work, site: Site, holder: ast.Name) -> None:
    """Write ``assistant = `` before a creation whose result was not kept."""
    outer = work.outer(site)
    inner: Writer | None = work.plan.replacements.get(outer)
    wait = ""
    if inner is None and site.call is not None:
        inner, wait = work.plan.replacements.pop(site.call, None), "await "
    if inner is None:
        return
    make = inner
    variable = work.facts.scopes.variable(holder)
    if work.foundry(site) and variable is not None:
        work.plan.renames[variable] = ("assistant", "agent")

    def write(r: Rendering) -> Code:
        code = make(r)
        assert isinstance(code, Brackets)
        head = f"{r.text(holder)} = {wait}{code.head}"
        return replace(code, head=head)

    work.replace(outer, write)


__all__ = ["complete", "completion_of", "put_off"]
