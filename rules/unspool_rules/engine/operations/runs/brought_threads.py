"""The thread that a run brings with it: described in its call, or in a name before it."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.attachments.thread_resources import no_resources
from unspool_rules.engine.messages.content import fields_of, items_of
from unspool_rules.engine.operations.agents.updates import repeatable
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out

_BEFORE = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return, ast.withitem, ast.For, ast.AsyncFor)


def made_on_the_way(work: Work, site: Site) -> Callable[[Rendering], Item] | None:
    """Make the conversation that a run brings with it in the statement before.

    Returns:
        The argument that names the conversation.
    """
    thread = work.take(site, "thread")
    given = _fields(work, site, thread)
    if given is None:
        return None
    items, metadata = given
    outer = work.outer(site)
    statement = work.tree.statement(outer)
    parent = work.tree.parents.get(outer)
    first = not isinstance(parent, ast.withitem) or parent in getattr(statement, "items", ())[:1]
    if not isinstance(parent, _BEFORE) or not first or not work.alone(statement):
        work.block(
            site.anchor, "there is no place here for a statement that makes the conversation"
        )
        return None
    work.plan.conversations.add(site)
    wait = "await " if site.asynchronous else ""

    def making(r: Rendering) -> str:
        found: list[Item] = []
        if items is not None:
            found.append(Item(items(r), "items="))
        if metadata is not None:
            found.append(Item(r.code(metadata), "metadata="))
        head = f"{r.conversation(site)} = {wait}"
        made = Brackets(f"{r.openai(site)}.conversations.create", tuple(found))
        column = len(r.tree.indent(statement)) + len(head)
        return head + lay_out(made, indent="", column=column, limit=r.limit)

    work.plan.inserted.setdefault(statement, []).append(making)
    return lambda r: r.item("conversation=", f"{r.conversation(site)}.id", thread)


def _fields(
    work: Work, site: Site, thread: ast.expr | None
) -> tuple[Callable[[Rendering], Code] | None, ast.expr | None] | None:
    """Items and metadata of a thread that is described in view."""
    if thread is None:
        return None, None
    literal = work.literal_of(thread)
    fields = fields_of(literal)
    if fields is None or not set(fields) <= {"messages", "metadata", "tool_resources"}:
        work.block(thread, "the thread is not described in place")
        return None
    resources = fields.get("tool_resources")
    if resources is not None and not is_empty(resources):
        work.block(resources, no_resources(work, site))
        return None
    if literal is not thread and not _moves(work, site, thread, literal):
        return None
    messages = fields.get("messages")
    if messages is None or is_empty(messages):
        return None, fields.get("metadata")
    items = items_of(work, messages)
    return None if items is None else (items, fields.get("metadata"))


def _moves(work: Work, site: Site, thread: ast.expr, literal: ast.expr) -> bool:
    """Take a description out of the name that only this run reads."""
    made = work.tree.statement(literal)
    here = work.tree.statement(site.anchor)
    if not isinstance(made, (ast.Assign, ast.AnnAssign)) or not work.read_once(thread):
        work.block(thread, "the description of the thread is used for something else, too")
        return False
    block = work.tree.block_of(made)
    next_to_it = here in block and block.index(here) == block.index(made) + 1
    if not next_to_it and not repeatable(work, literal, site.anchor):
        work.block(thread, "what the thread is made with may change before the run")
        return False
    work.remove(made)
    return True
