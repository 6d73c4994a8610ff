"""Messages that are there already: got, changed or deleted by their ids.

Source: openai 3.54.0 ``openai/resources/conversations/items.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, Item, call

IMMUTABLE = "items of a conversation cannot be changed and carry no metadata"


def _by_id(method: str) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        thread = work.take(site, "thread_id")
        message = work.take(site, "message_id")
        if thread is None or message is None:
            work.block(site.anchor, "the ids are not given by name or position")
            return
        # an item that was made may be of any type, and the ids of some are optional
        made = {s.operation for s in work.facts.origins(message)} == {"message.create"}
        if method == "delete" and work.result_used(site):
            work.block(site.anchor, "deleting an item answers with the conversation")
        fetched = method == "retrieve" and work.result_used(site)
        if fetched and not work.must_await(site):
            return

        wait = "await " if fetched and site.asynchronous else ""
        work.write_call(
            site,
            lambda r: f"{wait}{r.openai(site)}.conversations.items.{method}",
            lambda r: [
                r.item("", f"str({r.text(message)})" if made else r.code(message), message),
                r.item("conversation_id=", r.code(thread), thread),
            ],
            used=(thread, message),
            node=work.outer(site) if fetched else None,
        )
        if fetched:
            _as_message(work, work.outer(site))

    return plan


def _as_message(work: Work, node: ast.expr) -> None:
    """Say that an item is a message, as it is for the id of one: items are of many types."""
    writer = work.plan.replacements[node]

    def write(r: Rendering) -> Code:
        kind = r.imports.need("openai.types.conversations", "Message")
        return call(r.imports.need("typing", "cast"), [Item(kind), Item(writer(r))])

    work.replace(node, write)


def update(work: Work, site: Site) -> None:
    work.block(site.anchor, IMMUTABLE)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "message.get": _by_id("retrieve"),
    "message.update": update,
    "message.delete": _by_id("delete"),
}
