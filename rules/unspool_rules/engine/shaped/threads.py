"""What a thread is made or updated with and is not in view, for a conversation."""

from __future__ import annotations

import ast

from unspool_rules.engine.imports.below import function
from unspool_rules.engine.shaped.items import item_function, tell_dropped
from unspool_rules.engine.shaped.unseen import REQUEST, only_set, unseen_of, written
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

_NAME = "conversation_fields"
_MEANING = "A thread's arguments in the shape that conversations take."
_FUNCTION = '''def {name}(given) -> dict[str, {any}]:
    """{meaning}"""
    fields = {{key: value for key, value in given.items() if {set}}}
    if "messages" in fields:
        fields["items"] = [{item}(message) for message in fields.pop("messages")]
    taken = {{"items", "metadata", "extra_headers", "extra_query", "timeout"}}
    for key in fields.keys() - taken:
        raise TypeError(f"a conversation takes no `{{key}}`")
    return fields
'''
_NOTE = (
    f"`{_NAME}` gives arguments that are not in view here their new shape when the program runs; "
    "a conversation has no tool resources, and is refused any"
)


def unseen_thread(work: Work, site: Site) -> ast.expr | None:
    """What a thread's creation or update unpacks, to be shaped when the program runs."""
    known = ("messages", "metadata") if site.operation == "thread.create" else ("metadata",)
    if site.operation not in ("thread.create", "thread.update"):
        return None
    unseen = unseen_of(work, site, (*known, *REQUEST))
    if unseen is not None:
        work.note(_NOTE)
        if "messages" in known and "messages" not in site.arguments:
            tell_dropped(work)
    return unseen


def conversation_fields(r: Rendering, unseen: ast.expr) -> Item:
    """``**conversation_fields(kwargs)``."""
    name = function(r, _NAME, _MEANING, _FUNCTION, item=item_function(r), set=only_set(r))
    return r.item("**", Brackets(name, (Item(written(r, unseen)),)), unseen)


__all__ = ["conversation_fields", "unseen_thread"]
