"""Listings of azure's, which are pagers: read once, page by page, or as if they had ``data``.

Source: azure-core ``azure/core/paging.py`` (``ItemPaged``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.layout import listing
from unspool_rules.syntax.names import last_name

_PAGERS = ("ItemPaged", "AsyncItemPaged")
_AS_LIST = "a pager has nothing that pages or lists have, and reading it failed: it is a list now"
_OF_LISTS = {"len", "reversed"}
_OF_PAGES = {
    "file_citation_annotations",
    "file_path_annotations",
    "get_last_message_by_role",
    "get_last_message_by_sender",
    "get_last_text_message_by_role",
    "get_last_text_message_by_sender",
    "image_contents",
    "text_messages",
}
"""What the pages of the betas had (azure-ai-projects 1.0.0b10 ``ThreadMessages``)."""
_NOTE = "a listing is gone through as one page: the new service's pages have other sizes"


def by_page(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``for page in messages.by_page()``; False where it is something else."""
    call = work.tree.parents.get(node)
    if node.attr != "by_page" or not isinstance(call, ast.Call) or call.args or call.keywords:
        return False
    outer: ast.AST = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Call) and last_name(parent.func) in ("enumerate", "list"):
        outer, parent = parent, work.tree.parents.get(parent)
    if not isinstance(parent, (ast.For, ast.comprehension)) or parent.iter is not outer:
        return False
    if isinstance(parent, ast.comprehension) and parent.is_async:
        return False
    work.propose(call, lambda r: listing([r.code(base)]))
    work.note(_NOTE)
    return True


def read_off(work: Work, site: Site) -> bool:
    """Whether the listing is a pager: what one loop has read of it, the next one does not get.

    Source: ``ItemPaged.__iter__``, which returns itself.
    """
    kinds = [t.cls for t in work.infer.of(work.outer(site)) if isinstance(t, Inst)]
    return bool(kinds) and all(kind.rpartition(".")[2] in _PAGERS for kind in kinds)


def read_at_once(work: Work, site: Site) -> bool:
    """Whether a pager is read like a list, which failed: what is meant is all that it lists."""
    if not read_off(work, site):
        return False
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    readers: list[ast.expr] = [work.outer(site)]
    if variable is not None:
        readers = [*work.facts.scopes.reads(variable)]
    if not any(_is_of_list(work, reader) for reader in readers):
        return False
    work.note(_AS_LIST)
    return True


def _is_of_list(work: Work, reader: ast.expr) -> bool:
    """Whether a place needs a list: ``listing.data``, ``listing[0]``, ``reversed(listing)``."""
    parent = work.tree.parents.get(reader)
    if isinstance(parent, ast.Attribute):
        if parent.attr == "data":
            return not _is_asked_for(work, reader)
        return isinstance(reader, ast.Name) and parent.attr in _OF_PAGES
    if isinstance(parent, ast.Subscript):
        return parent.value is reader
    return isinstance(parent, ast.Call) and last_name(parent.func) in _OF_LISTS


def _is_asked_for(work: Work, reader: ast.expr) -> bool:
    """Whether ``hasattr(listing, "data")`` stands before a reading: then there is none."""
    said = f"hasattr({ast.unparse(reader)}, 'data')"
    child: ast.AST = reader
    for above in work.tree.ancestors(reader):
        if isinstance(above, (ast.If, ast.IfExp)) and child is not above.test:
            body = above.body if isinstance(above.body, list) else [above.body]
            if child in body and ast.unparse(above.test) == said:
                return True
        child = above
    return False
