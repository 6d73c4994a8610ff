"""Messages become items of a conversation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.attachments import conversation_files
from unspool_rules.engine.attachments.attached import taken_over
from unspool_rules.engine.attachments.run_files import brought
from unspool_rules.engine.messages.added import is_read
from unspool_rules.engine.messages.content import IN_PLACES, message_item
from unspool_rules.engine.operations.messages import labels
from unspool_rules.engine.operations.messages.whole import whole_message
from unspool_rules.engine.shaped.items import item_fields, request_options, unseen_message
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, awaited, call, listing

_FILES = {
    **IN_PLACES,
    "file_ids": "files become `input_file` parts of the content, or files of the agent's tools: "
    "choose one",
}
_OF_ITEM = ("thread_id", "role", "content")
_MESSAGE = "openai.types.conversations", "Message"


def create(work: Work, site: Site) -> None:
    thread = work.take(site, "thread_id")
    role = work.take(site, "role")
    content = work.take(site, "content")
    living = conversation_files.kept(work, site)
    placed = [*taken_over(work), *brought(work, site), *living]
    for field, reason in _FILES.items():
        if site.arguments.get(field) in placed:
            work.take(site, field)
        else:
            work.refuse(site, {field: reason})
    labels.drop(work, site)
    work.refuse(site, {"body": "a raw body has the old shape"})
    item = whole_message(work, site, role, content) if thread is not None else None
    item = item or message_item(work, role, content)
    unseen = unseen_message(work, site) if not living else None
    beside = {k: v for k, v in site.arguments.items() if k in _OF_ITEM and not is_missing(v)}
    whole = thread is not None and item is not None
    if unseen is None and not whole:
        if not work.plan.blocked:
            work.block(site.anchor, "thread, role and content are not all given by name")
        return
    used = work.result_used(site)
    if used:
        work.must_await(site)
    outer = work.outer(site)
    bringing = None
    if living and thread is not None:
        bringing = conversation_files.bringing(work, site, thread)
    if bringing is not None:
        work.note(conversation_files.NOTE)

    def arguments(r: Rendering) -> list[Item]:
        if thread is None or item is None:
            return [item_fields(r, unseen, beside)] if unseen is not None else []
        named = r.item("conversation_id=", r.code(thread), thread)
        if bringing is not None:
            named = Item(bringing(r), "conversation_id=")
        found = [named, Item(listing([item(r)]), "items=")]
        return found if unseen is None else [*found, request_options(r, unseen)]

    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.conversations.items.create",
        arguments,
        used=(thread, role, content, unseen, *living),
    )
    if used:
        inner = work.plan.replacements[site.called]

        def write(r: Rendering) -> Code:
            code = inner(r)
            assert isinstance(code, Brackets)
            if not site.asynchronous:
                code = Brackets(code.head, code.items, tail=".data[0]", below=code.below)
            else:
                code = awaited(code, ".data[0]")
            if not read:
                return code
            cast, message = r.imports.need("typing", "cast"), r.imports.need(*_MESSAGE)
            return call(cast, [Item(message), Item(code)])

        read = is_read(work.facts, site)
        del work.plan.replacements[site.called]
        work.replace(outer, write)
    elif (name := work.binding_name(site)) is not None:
        _drop_target(work, site, name)


def _drop_target(work: Work, site: Site, name: ast.Name) -> None:
    """``message = …`` that nothing reads becomes a plain call."""
    statement = work.tree.statement(name)
    variable = work.facts.scopes.variable(name)
    scope = variable.scope.node if variable is not None else None
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or isinstance(scope, ast.ClassDef):
        return
    if site.thread is not None:
        return
    value = statement.value
    inner = work.plan.replacements[site.called]

    def write(r: Rendering) -> Code:
        code = inner(r)
        assert isinstance(code, Brackets)
        if value is site.call:
            return code
        return Brackets(f"await {code.head}", code.items, below=code.below)

    del work.plan.replacements[site.called]
    work.replace(statement, write)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"message.create": create}
