"""Mocked listings of messages: the items of a conversation, or the text of a response."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.mocks.code import Tested
from unspool_rules.engine.mocks.sites import STARTS, base_of, given_by, others, states_of
from unspool_rules.engine.mocks.values import Attribute, Fake, put
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import line_after, text_of
from unspool_rules.syntax.layout import Code, listing

_Listed = tuple[ast.Assign, list[ast.expr], ast.expr]
"""Where a listing is set, its elements, and the list."""


def _message(work: Work, node: ast.expr) -> tuple[Fake, Fake] | None:
    """A mocked message and its one part, a text."""
    message = Fake(work, node)
    parts = message.items("content") if message.made is not None else None
    part = Fake(work, parts[0]) if parts is not None and len(parts) == 1 else None
    return (message, part) if part is not None and part.made is not None else None


def listed_by(work: Work, site: Site) -> _Listed | None:
    """The messages of a mocked listing: where it is set, its elements, and the list."""
    given = given_by(work, site)
    if given is not None:
        page = Fake(work, given.value)
        held = page.attributes.get("data") if page.made is not None else None
        listed = page.items("data") if held is not None else None
        return (given.assign, listed, held.value) if held is not None and listed else None
    above = work.tree.parents.get(site.func)
    data = work.tree.parents.get(above) if above is not None else None
    assign = work.tree.parents.get(data) if data is not None else None
    if not isinstance(assign, ast.Assign) or assign.targets != [data]:
        return None
    value = work.literal_of(assign.value)
    told = isinstance(data, ast.Attribute) and data.attr == "data" and isinstance(value, ast.List)
    return (assign, value.elts, assign.value) if told and isinstance(value, ast.List) else None


def as_answer(work: Work, site: Site, code: Tested) -> bool:
    """The text of the one mocked message is that of the response."""
    base, found = base_of(site), listed_by(work, site)
    if base is None or found is None or "output_text" not in code.reads:
        return False
    assign, listed, _ = found
    pair = _message(work, listed[0]) if len(listed) == 1 else None
    text = pair[1].text("text") if pair is not None else None
    role = pair[0].attributes.get("role") if pair is not None else None
    if text is None or (role and work.string_value(role.value) != "assistant"):
        return False
    here = work.tree.span(assign).start
    runs = others(work, site, *STARTS, "run.get")
    before = [work.tree.span(s.func).start for s in runs if given_by(work, s) or states_of(work, s)]
    if any(start > here for start in before):
        return False
    work.propose(
        assign.targets[0], lambda r: f"{r.text(base)}.responses.create.return_value.output_text"
    )
    work.propose(assign.value, text_of(text.value))
    return True


def _also_said(work: Work, site: Site, found: _Listed, texts: Sequence[Attribute | None]) -> bool:
    """Some of the code reads the text of the response: it is the same there."""
    base, assign = base_of(site), found[0]
    if base is None or not any(given_by(work, s) for s in others(work, site, *STARTS)):
        return True
    first = texts[0]
    text = work.tree.segment(first.value) if first is not None else ""
    if len(texts) != 1 or not text or "\n" in text:
        return False
    client = " ".join(work.tree.segment(base).split())
    line = f"{client}.responses.create.return_value.output_text = {text}"
    work.plan.also.append((assign, line_after(assign, line)))
    return True


def as_items(work: Work, site: Site, code: Tested) -> bool:
    """Mocked messages are items of the conversation; the listing of them is read like a list."""
    found, base = listed_by(work, site), base_of(site)
    if found is None or base is None or isinstance(site.func.ctx, ast.Store):
        return False
    for method in code.named["conversations.items.list"]:
        above = work.tree.parents.get(work.tree.parents[method])
        awaits = isinstance(above, ast.comprehension) and above.is_async
        if not isinstance(above, (ast.comprehension, ast.For)) or awaits:
            return False
    assign, listed, values = found
    pairs = [_message(work, message) for message in listed]
    texts = [pair[1].text("text") if pair is not None else None for pair in pairs]
    if not all(texts) or ("output_text" in code.reads and not _also_said(work, site, found, texts)):
        return False
    for pair, text in zip(pairs, texts, strict=True):
        assert pair is not None and text is not None
        pair[0].give("type", "message")
        pair[1].give("type", "output_text")
        put(work, text)
    work.propose(
        assign.targets[0],
        lambda r: f"{r.text(base)}.conversations.items.list.return_value",
    )
    if values is not assign.value:
        inline = any(node is values for node in ast.walk(assign.value))
        page = work.tree.segment(assign.value)
        every = listed

        def write(r: Rendering) -> Code:
            return listing(r.code(one) for one in every) if inline else f"{page}.data"

        work.propose(assign.value, write)
    return True


__all__ = ["as_answer", "as_items", "listed_by"]
