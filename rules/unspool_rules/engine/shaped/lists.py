"""How messages are listed, where that is not in view."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.shaped.unseen import REQUEST, only_set, unseen_of, written
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

_NAME = "list_options"
_MEANING = "Options of a listing of messages, for that of a conversation's items."
_FUNCTION = '''def {name}(given) -> dict[str, {any}]:
    """{meaning}"""
    options = {{key: value for key, value in given.items() if {set}}}
    taken = {{"order", "limit", "extra_headers", "extra_query", "timeout"}}
    for key in options.keys() - taken:
        raise TypeError(f"a conversation's items are not listed by `{{key}}`")
    return options
'''
_NOTE = (
    f"`{_NAME}` looks at options of a listing that are not in view when the program runs: the ids "
    "`after`, `before` and `run_id` of messages and runs are none of a conversation, and a "
    "`TypeError`; without a limit `.data` held 20 messages, and all items are listed now"
)


def unseen_listing(work: Work, site: Site) -> ast.expr | None:
    """What a listing unpacks, to be looked at when the program runs."""
    if not site.unpacked or not is_plain(site.unpacked[0]):
        return None
    unseen = unseen_of(work, site, ("order", "limit", *REQUEST))
    if unseen is not None:
        work.note(_NOTE)
    return unseen


def list_options(r: Rendering, unseen: ast.expr) -> Item:
    """``**list_options(kwargs)``."""
    name = function(r, _NAME, _MEANING, _FUNCTION, set=only_set(r))
    return r.item("**", Brackets(name, (Item(written(r, unseen)),)), unseen)


__all__ = ["list_options", "unseen_listing"]
