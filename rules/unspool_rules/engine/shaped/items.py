"""Messages of a thread that are not in view, as items of a conversation."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.messages.metadata import DROPPED, are_read
from unspool_rules.engine.shaped.unseen import REQUEST, only_set, unseen_of, written
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

MESSAGE = frozenset({"role", "content"})
_ITEM = "conversation_item"
_ITEM_MEANING = "A thread's message as an item of a conversation."
_ITEM_FUNCTION = '''def {name}(message) -> dict[str, {any}]:
    """{meaning}"""
    for key in {{k for k, v in message.items() if v}} - {{{item}}}:
        raise TypeError(f"an item of a conversation takes no `{{key}}`")
    content = message["content"]
    if not isinstance(content, str):
        kind = "output_text" if message["role"] == "assistant" else "input_text"
        content = [{part}(part, kind) for part in content]
    return {{"type": "message", "role": message["role"], "content": content}}
'''
_PART = "content_part"
_PART_MEANING = "A part of a message's content in the shape that items of a conversation take."
_PART_FUNCTION = '''def {name}(part, kind) -> dict[str, {any}]:
    """{meaning}"""
    if part["type"] == "text":
        return {{"type": kind, "text": part["text"]}}
    if part["type"] == "image_file":
        return {{"type": "input_image", "detail": "auto", **part["image_file"]}}
    if part["type"] == "image_url":
        image = dict(part["image_url"])
        return {{"type": "input_image", "detail": "auto", "image_url": image.pop("url"), **image}}
    return part
'''
_FIELDS = "item_fields"
_FIELDS_MEANING = "A message's arguments in the shape that a conversation's items take."
_FIELDS_FUNCTION = '''def {name}(given) -> dict[str, {any}]:
    """{meaning}"""
    given = {{key: value for key, value in given.items() if {set}}}
    taken = {{"extra_headers", "extra_query", "timeout"}} & given.keys()
    options = {{key: given.pop(key) for key in taken}}
    thread = given.pop("thread_id")
    return {{"conversation_id": thread, "items": [{item}(given)], **options}}
'''
_OPTIONS = "request_options"
_OPTIONS_MEANING = "Options of a request, which are all that may be given besides."
_OPTIONS_FUNCTION = '''def {name}(given) -> dict[str, {any}]:
    """{meaning}"""
    taken = {{"extra_headers", "extra_query", "timeout"}}
    for key in {{k for k, v in given.items() if v}} - {refused}:
        raise TypeError(f"this call takes no `{{key}}` any more")
    return {{key: value for key, value in given.items() if key in taken}}
'''
_NOTE = (
    "`{}` looks at arguments of a message that are not in view when the program runs: items of a "
    "conversation have no attachments, and those that are given any are a `TypeError`"
)


def item_function(r: Rendering) -> str:
    """The name of the function that makes an item of a message."""
    part = function(r, _PART, _PART_MEANING, _PART_FUNCTION)
    known = '"type", "role", "content"' + ("" if are_read(r.facts) else ', "metadata"')
    return function(r, _ITEM, _ITEM_MEANING, _ITEM_FUNCTION, part=part, item=known)


def dropped(facts: Facts) -> set[str]:
    """What messages may be given and nothing reads."""
    return set() if are_read(facts) else {"metadata"}


def tell_dropped(work: Work) -> None:
    """Say that metadata of messages go, where they do."""
    if dropped(work.facts):
        work.note(DROPPED)


def unseen_message(work: Work, site: Site) -> ast.expr | None:
    """What a message's creation unpacks, to be looked at when the program runs."""
    known = {*MESSAGE, "thread_id", *REQUEST} | dropped(work.facts)
    unseen = unseen_of(work, site, known)
    if unseen is not None:
        tell_dropped(work)
        whole = {*MESSAGE, "thread_id"} <= site.arguments.keys()
        work.note(_NOTE.format(_OPTIONS if whole else _FIELDS))
    return unseen


def request_options(r: Rendering, unseen: ast.expr) -> Item:
    """``**request_options(kwargs)``."""
    refused = 'taken - {"metadata"}' if dropped(r.facts) else "taken"
    name = function(r, _OPTIONS, _OPTIONS_MEANING, _OPTIONS_FUNCTION, refused=refused)
    return r.item("**", Brackets(name, (Item(written(r, unseen)),)), unseen)


def item_fields(r: Rendering, unseen: ast.expr, beside: dict[str, ast.expr]) -> Item:
    """``**item_fields(kwargs)``, where not all that an item needs is in view."""
    name = function(
        r,
        _FIELDS,
        _FIELDS_MEANING,
        _FIELDS_FUNCTION,
        item=item_function(r),
        set=only_set(r),
    )
    return r.item("**", Brackets(name, (Item(written(r, unseen, beside)),)), unseen)


__all__ = ["item_fields", "item_function", "request_options", "tell_dropped", "unseen_message"]
