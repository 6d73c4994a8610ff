"""Threads become conversations."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.attachments import conversation_files
from unspool_rules.engine.attachments.attached import taken_over as taken_over_files
from unspool_rules.engine.attachments.conversation_functions import keep_resources
from unspool_rules.engine.attachments.run_files import brought
from unspool_rules.engine.attachments.run_stores import handed_on
from unspool_rules.engine.attachments.thread_resources import no_resources, taken_over
from unspool_rules.engine.flow.absent import may_be_missing
from unspool_rules.engine.messages.content import items_of
from unspool_rules.engine.shaped.threads import conversation_fields, unseen_thread
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item


def create(work: Work, site: Site) -> None:
    messages = work.take(site, "messages")
    metadata = work.take(site, "metadata")
    living = conversation_files.kept(work, site)
    given = living and not site.puts.get("tool_resources")
    if taken_over(work, site):
        work.take(site, "tool_resources")
        work.note("the thread's resources are those of the agent's tools now")
    elif handed_on(work, site):
        work.take(site, "tool_resources")
    elif given:
        work.take(site, "tool_resources")
        work.note(conversation_files.NOTE)
    else:
        work.refuse(site, {"tool_resources": no_resources(work, site)})
    work.refuse(site, {"body": "a raw body has the old shape"})
    if messages is not None and may_be_missing(work, messages):
        work.block(messages, "this may be `NOT_GIVEN`: give it only where it is set")
    placed = [*taken_over_files(work), *brought(work, site), *living]
    items = items_of(work, messages, placed) if messages is not None else None
    kept = conversation_files.metadata_of(work, site, metadata) if given else None
    unseen = unseen_thread(work, site) if not living else None

    def arguments(r: Rendering) -> list[Item]:
        found = []
        if messages is not None and items is not None:
            found.append(r.item("items=", items(r), messages))
        if kept is not None:
            found.append(Item(kept(r), "metadata="))
        elif metadata is not None:
            found.append(r.item("metadata=", r.code(metadata), metadata))
        if unseen is not None:
            found.append(conversation_fields(r, unseen))
        return found

    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.conversations.create",
        arguments,
        used=(messages, metadata, unseen, *living),
    )
    work.rename_result(site, "thread", "conversation")
    work.note(
        "threads that exist do not become conversations: their ids do not work in the new calls"
    )


def _by_id(method: str) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        thread = work.take(site, "thread_id")
        if thread is not None and conversation_files.kept(work, site):
            _keep(work, site, thread)
            return
        metadata = work.take(site, "metadata")
        work.refuse(
            site,
            {"tool_resources": no_resources(work, site), "body": "a raw body has the old shape"},
        )
        unseen = unseen_thread(work, site)
        if method == "update" and metadata is None and unseen is None:
            work.block(site.anchor, "only the metadata of a conversation can be updated")
        if thread is None:
            work.block(site.anchor, "the thread's id is not given by name or position")
            return

        def arguments(r: Rendering) -> list[Item]:
            found = [r.item("", r.code(thread), thread)]
            if metadata is not None:
                found.append(r.item("metadata=", r.code(metadata), metadata))
            if unseen is not None:
                found.append(conversation_fields(r, unseen))
            return found

        work.write_call(
            site,
            lambda r: f"{r.openai(site)}.conversations.{method}",
            arguments,
            used=(thread, metadata, unseen),
        )
        work.rename_result(site, "thread", "conversation")
        if method == "delete":
            work.note("deleting a conversation leaves its items in the service")

    return plan


def _keep(work: Work, site: Site, thread: ast.expr) -> None:
    """``update(tool_resources=)``: the conversation's metadata keep them."""
    given, metadata = work.take(site, "tool_resources"), work.take(site, "metadata")
    named = conversation_files.resources_for(work, site)

    def items(r: Rendering) -> list[Item]:
        found = [Item(r.openai(site)), r.item("", r.code(thread), thread), *named(r)]
        if metadata is not None:
            found.append(r.item("metadata=", r.code(metadata), metadata))
        return found

    work.write_call(site, lambda r: keep_resources(r, site), items, used=(thread, given, metadata))
    work.rename_result(site, "thread", "conversation")
    work.note(conversation_files.NOTE)


def list_(work: Work, site: Site) -> None:
    """A pager that is never read sends no request, so the call can go (azure-core paging)."""
    statement = work.tree.statement(site.anchor)
    unused = not work.result_used(site) and site.azure and not site.asynchronous
    if unused and isinstance(statement, (ast.Assign, ast.Expr)):
        for name in tuple(site.arguments):
            work.take(site, name)
        work.note(
            "`threads.list` made a pager that nothing read; it has no counterpart and is gone"
        )
        work.remove(statement)
        return
    work.block(site.anchor, "conversations cannot be listed: keep their ids yourself")


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "thread.create": create,
    "thread.get": _by_id("retrieve"),
    "thread.update": _by_id("update"),
    "thread.delete": _by_id("delete"),
    "thread.list": list_,
}
