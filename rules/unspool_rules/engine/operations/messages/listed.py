"""Messages that are listed, or the newest of them, are read off the items of a conversation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.messages.answers import answer_of
from unspool_rules.engine.messages.content import text_test
from unspool_rules.engine.messages.page_annotations import declare
from unspool_rules.engine.operations.messages import listed_before
from unspool_rules.engine.operations.messages.run_messages import (
    at_hand,
    messages_by_id,
    messages_of_run,
    only_of_run,
)
from unspool_rules.engine.shaped.lists import list_options, unseen_listing
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.dumped import shown_whole
from unspool_rules.engine.uses.paged import read_at_once, read_off
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call, comprehension

_OTHER_ID = "the id of an item is not the id of a message of the old thread"


def list_(work: Work, site: Site) -> None:
    thread = work.take(site, "thread_id")
    order = work.take(site, "order")
    limit = work.take(site, "limit")
    unseen = unseen_listing(work, site)
    if unseen is None and (messages_of_run(work, site, order) or only_of_run(work, site, order)):
        return
    if unseen is None and messages_by_id(work, site, order, limit):
        return
    after = _made_here(work, site, "after")
    before = listed_before.cursor(work, site, lambda name: _made_here(work, site, name))
    work.refuse(
        site,
        {
            "run_id": "items cannot be listed by response: read `response.output`",
            **({} if after is not None else {"after": _OTHER_ID}),
            **({} if before is not None else {"before": _OTHER_ID}),
        },
    )
    if thread is None:
        work.block(site.anchor, "the thread's id is not given by name or position")
        return
    if before is None and shown_whole(work, site):
        given = (("conversation_id=", thread), ("order=", order), ("limit=", limit))
        if after is not None:
            _as_text(work, after)
        work.plan.pages.add(site)
        declare(work, site, page=True)
        work.write_call(
            site,
            lambda r: f"{r.openai(site)}.conversations.items.list",
            lambda r: (
                [
                    r.item(name, r.code(value), value)
                    for name, value in (*given, ("after=", after))
                    if value is not None
                ]
                + ([list_options(r, unseen)] if unseen is not None else [])
            ),
            used=(thread, order, limit, after, unseen),
        )
        return
    if after is not None:
        _as_text(work, after)
    if before is None and unseen is None and answer_of(work, site):
        for name in tuple(site.arguments):
            work.take(site, name)
        return
    extra = work.transport(site)
    direction = work.string_value(order)
    awaited = work.tree.is_awaited(site.called) or site.thread is not None
    outer = work.outer(site)
    lazy = before is None and (_iterated_once(work, site) or read_off(work, site))
    loop = "async for" if site.asynchronous else "for"
    paged = _read_as_page(work, site, limit or unseen)
    lazy = lazy and not awaited and not paged and not read_at_once(work, site)
    declare(work, site, lazy=lazy)
    if (limit is not None or unseen is not None) and not paged:
        work.note("`limit` counted messages of one page; all items are listed now")

    def write(r: Rendering) -> Code:
        items = [r.item("conversation_id=", r.code(thread), thread)]
        if order is not None:
            code: Code = f'"{direction}"' if direction is not None else r.code(order)
            if direction is None and order in work.facts.unpacked and is_plain(order):
                # the type checker did not see what the dictionary held
                code = f'"asc" if {r.text(order)} == "asc" else "desc"'
            items.append(r.item("order=", code, order))
        if after is not None:
            items.append(r.item("after=", r.code(after), after))
        items += [r.item(f"{k}=", r.code(v), v) for k, v in extra]
        if unseen is not None:
            items.append(list_options(r, unseen))
        listed = call(
            f"{r.openai(site)}.conversations.items.list",
            items,
            r.leftovers(
                site.called, [thread, order, after, before, unseen, *(v for _, v in extra)]
            ),
        )
        test = 'item.type == "message"'
        tail = f"[:{r.text(limit)}]" if paged and limit is not None else ""
        if paged and limit is None and unseen is not None:
            tail = f'[:{r.text(unseen)}.get("limit")]'
        if before is None:
            return comprehension("item", f"{loop} item in", listed, test, lazy=lazy, tail=tail)
        each = not site.asynchronous
        found = comprehension("item", f"{loop} item in", listed, test, lazy=each)
        return listed_before.up_to(r, found, before, tail)

    work.replace(outer, write)
    work.note("tool calls stand between the messages of a conversation and are left out here")
    if site.asynchronous and not lazy:
        at_hand(work, site)


def _made_here(work: Work, site: Site, name: str) -> ast.expr | None:
    """``after=message.id``, of a message that is an item by then, or an id from elsewhere.

    What has an id of a message of a conversation has that of an item; old ones are in no
    conversation.
    """
    after = site.arguments.get(name)
    makers = work.facts.origins(after) if after is not None else []
    ours = ("message.create", "message.list")
    if after is None or is_missing(after) or not (makers or _is_read(after)):
        return None
    if any(m.operation not in ours for m in makers):
        return None
    if not isinstance(after, ast.Attribute) or after.attr != "id":
        text = " ".join(work.tree.segment(after).split())
        work.note(f"`{text}` must hold the id of an item; old messages do not move")
    return work.take(site, name)


def _is_read(node: ast.expr) -> bool:
    """Whether a value is read from somewhere: a parameter, a session, a field."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return isinstance(node, ast.Name)


def _as_text(work: Work, after: ast.expr) -> None:
    """The id of an item that was just made: items of some kinds may have none."""
    made = work.facts.origins(after)
    if isinstance(after, ast.Attribute) and any(m.operation == "message.create" for m in made):
        work.propose(after, lambda r: f"str({r._splice(after)})")


def _read_as_page(work: Work, site: Site, limit: ast.expr | None) -> bool:
    """Whether the messages beyond ``limit`` must be cut off: ``.data`` held one page only.

    A loop over the page itself went on with the next one, and a first message is one of any number.
    """
    outer = work.outer(site)
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    readers: list[ast.expr] = [outer]
    if variable is not None:
        readers = [*work.facts.scopes.reads(variable)]
    pages = [p for p in map(work.tree.parents.get, readers) if _is_data(p)]
    if not pages:
        return False
    if limit is None:
        if any(not _is_first(work, p) for p in pages):
            work.note("`.data` held one page of at most 20 messages; all items are listed now")
        return False
    others = [r for r in readers if not _is_data(work.tree.parents.get(r))]
    if others and all(is_spoken(work, r) for r in others):
        return True
    if others:
        work.block(
            limit, "the limit counts for `.data`, and the listing is read in other ways, too"
        )
    return any(not _is_first(work, p) for p in pages)


def _is_data(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "data"


def _is_first(work: Work, page: ast.AST | None) -> bool:
    parent = work.tree.parents.get(page) if page is not None else None
    return (
        isinstance(parent, ast.Subscript)
        and parent.value is page
        and isinstance(parent.slice, ast.Constant)
        and parent.slice.value == 0
    )


def _iterated_once(work: Work, site: Site) -> bool:
    """Whether the listing is only ever read by one loop, so that a generator will do."""
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)):
        return parent.iter is outer
    if _is_step(parent):
        return True
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return False
    loads = work.facts.scopes.reads(variable)
    steps = [u for u in loads if _is_step(work.tree.parents.get(u))]
    if steps:
        for use in loads:
            above = work.tree.parents.get(use)
            if use not in steps and not isinstance(above, (ast.For, ast.AsyncFor)):
                work.block(use, "the listing is read one by one and in other ways, too")
        return True
    if len(loads) != 1:
        return False
    above = work.tree.parents.get(loads[0])
    if not isinstance(above, (ast.For, ast.AsyncFor)) or above.iter is not loads[0]:
        return False
    loops = [
        a
        for a in work.tree.ancestors(above)
        if isinstance(a, (ast.For, ast.AsyncFor, ast.While, ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    mine = [
        a
        for a in work.tree.ancestors(outer)
        if isinstance(a, (ast.For, ast.AsyncFor, ast.While, ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    return loops == mine


def _is_step(node: ast.AST | None) -> bool:
    """``next(listing)``, for which it must not be a list."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("next", "anext")
    )


def last(work: Work, site: Site) -> None:
    """The newest message of a role; its text."""
    thread = work.take(site, "thread_id")
    role = work.take(site, "role")
    work.refuse(site, {"run_id": "items cannot be listed by response: read `response.output`"})
    value = work.string_value(role)
    if thread is None or role is None:
        work.block(site.anchor, "thread and role are not given by name or position")
        return
    if site.operation == "message.last_text":
        _last_text(work, site, thread, role, value)
        return
    role_text = value

    def write(r: Rendering) -> Code:
        shown = f'"{role_text}"' if role_text is not None else r.text(role)
        item = r.inner("item", role)
        found = comprehension(
            item,
            f"async for {item} in" if site.asynchronous else f"for {item} in",
            call(f"{r.openai(site)}.conversations.items.list", [Item(r.code(thread))]),
            f'{item}.type == "message" and {item}.role == {shown}',
            lazy=True,
        )
        return call("await anext" if site.asynchronous else "next", [Item(found), Item("None")])

    work.replace(work.outer(site), write)


def _last_text(work: Work, site: Site, thread: ast.expr, role: ast.expr, value: str | None) -> None:
    """``get_last_message_text_by_role``: the last text part of the newest message."""
    outer = work.outer(site)

    def write(r: Rendering) -> Code:
        shown = f'"{value}"' if value is not None else r.text(role)
        loop = "async for" if site.asynchronous else "for"
        listed = call(f"{r.openai(site)}.conversations.items.list", [Item(r.code(thread))])
        item, part = r.inner("item", role), r.inner("part", role)
        clauses = (
            Item(part),
            Item(listed, f"{loop} {item} in "),
            Item(f'if {item}.type == "message" and {item}.role == {shown}'),
            Item(f"for {part} in reversed({item}.content)"),
            Item(f"if {text_test(value, part)}"),
        )
        found = Brackets("", clauses, commas=False)
        return call("await anext" if site.asynchronous else "next", [Item(found), Item("None")])

    work.replace(outer, write)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "message.list": list_,
    "message.last": last,
    "message.last_text": last,
}
