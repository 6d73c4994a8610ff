"""Messages that are added as they are: ``messages.create(thread_id, **message)``."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

NOTE = (
    "`{}` is added as it is: an item has `role` and `content` only, and parts of the content need "
    "their new shapes"
)


def whole_message(
    work: Work, site: Site, role: ast.expr | None, content: ast.expr | None
) -> Writer | None:
    """The item of a message that is unpacked; None where none is, or more of it is in view."""
    message = site.unpacked[0] if len(site.unpacked) == 1 else None
    if message is None or content is not None or not is_plain(message):
        return None
    if not isinstance(work.tree.parents.get(message), ast.keyword):
        return None
    site.unpacked.clear()
    work.note(NOTE.format(ast.unparse(message)))

    def write(r: Rendering) -> Code:
        items = [Item('"message"', '"type": ')]
        if role is not None:
            items.append(r.item('"role": ', r.code(role), role))
        items.append(r.item("**", r.code(message), message))
        return Brackets("", tuple(items), "{", "}")

    return write


__all__ = ["whole_message"]
