"""The type of a part or an annotation that goes on as a value: what the old service called it."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import INNER, SORTS
from unspool_rules.catalogue.results import PART_TYPES
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import quoted

_IMAGES = ("image_file", "image_url")
_APART = (ast.keyword, ast.Dict, ast.Assign, ast.Return, ast.Call)
"""What a choice needs no brackets in."""
_MOVED = {INNER[old]: old for old, new in SORTS.items() if old != new}
"""Kinds of annotations whose type has another name, and the old one."""


def tell_part(work: Work, node: ast.expr, base: ast.expr, *, is_text: bool) -> bool:
    """Plan ``part.type`` as a value: a text has one of two names now.

    Returns:
        Whether it could be: images have one name, and had two.
    """
    if is_text:
        work.propose(node, quoted("text"))
        return True
    if any(c.value in _IMAGES for c in work.tree.of(ast.Constant)):
        return False
    work.note("the type of an image in a message is `input_image` now")
    work.propose(node, _unless(work, node, base, "text", PART_TYPES["text"]))
    return True


def tell_note(work: Work, node: ast.expr, base: ast.expr, kinds: set[str]) -> None:
    """Plan ``annotation.type`` as a value: one of the three types has another name."""
    for kind, old in _MOVED.items():
        if kinds == {kind}:
            work.propose(node, quoted(old))
        elif kinds & {kind, "note"}:
            work.propose(node, _unless(work, node, base, old, f'({{0}}.type == "{SORTS[old]}")'))


def _unless(work: Work, node: ast.expr, base: ast.expr, old: str, test: str) -> Writer:
    """The old name where the test holds, else what the new one says."""
    bare = isinstance(work.tree.parents.get(node), _APART)

    def write(r: Rendering) -> str:
        owner = r.operand(base)
        written = f'"{old}" if {test.format(owner)[1:-1]} else {owner}.type'
        return written if bare else f"({written})"

    return write
