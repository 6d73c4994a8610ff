"""``message.url_citation_annotations`` and its like: annotations of the text parts now.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import (
    COLLECTIONS,
)
from unspool_rules.engine.citations import images
from unspool_rules.engine.citations.files import use_file, uses_of_id
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

_FILE_NOTE = "files that tools made are `container_file_citation` annotations now"
UNKNOWN_READER = "what is done with these annotations is not known here"


def read_collection(
    work: Work, node: ast.Attribute, base: ast.expr, sort: str, *, paged: bool
) -> None:
    """``message.url_citation_annotations`` and its like, wherever they are read."""
    if sort == "image":
        work.note(images.NOTE)
    elif sort == "container_file_citation":
        work.note(_FILE_NOTE)
    parent = work.tree.parents.get(node)
    elements = _elements(work, node) if sort == "image" else []
    if elements is None:
        work.block(node, UNKNOWN_READER)
        return
    for element in elements:
        _image(work, element)
    test = is_truth(work.tree, node)
    loop = parent if isinstance(parent, (ast.For, ast.comprehension)) else None
    lazy = loop is not None and loop.iter is node
    place = _place(node)
    paired = place in work.once(_pairs)

    def write(r: Rendering) -> Code:
        what = "(part, note)" if place in work.once(_pairs) else "note"
        clauses = [Item(what)]
        if paged:
            clauses.append(Item(f"for item in {r.text(base)}"))
        source = "item" if paged else r.operand(base)
        clauses.append(Item(f"for part in {source}.content"))
        clauses.append(Item('if part.type == "output_text"'))
        clauses.append(Item("for note in part.annotations"))
        if sort == "image":
            clauses.append(Item('if note.type == "container_file_citation"'))
            clauses.append(Item(f"if note.filename.lower().endswith({images.SUFFIXES})"))
        else:
            clauses.append(Item(f'if note.type == "{sort}"'))
        if test:
            return Brackets("any", (Item("True"), *clauses[1:]), commas=False)
        opening, closing = ("(", ")") if lazy else ("[", "]")
        return Brackets("", tuple(clauses), opening, closing, commas=False)

    assert not paired or lazy
    work.propose(node, write)


def _pairs(_: Work) -> set[tuple[int, int]]:
    """Places of collections that are read together with the part that holds each annotation."""
    return set()


def _place(node: ast.expr) -> tuple[int, int]:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def _collection(work: Work, source: ast.expr | None) -> ast.expr | None:
    """The collection in ``message.url_citation_annotations or []``, also read by name."""
    if isinstance(source, ast.BoolOp) and isinstance(source.op, ast.Or) and len(source.values) == 2:
        other = source.values[1]
        return _collection(work, source.values[0]) if _is_empty(other) else None
    if isinstance(source, ast.Attribute):
        return source if source.attr in COLLECTIONS else None
    if isinstance(source, ast.Call) and last_name(source.func) == "getattr":
        named = work.string_value(source.args[1]) if len(source.args) == 3 else None
        return source if named in COLLECTIONS and _is_empty(source.args[2]) else None
    return None


def _is_empty(node: ast.expr) -> bool:
    if isinstance(node, (ast.List, ast.Tuple)):
        return not node.elts
    return isinstance(node, ast.Constant) and node.value is None


def is_paired(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``annotation.text``: the piece of the part's text that the annotation stands for."""
    if not isinstance(base, ast.Name):
        return False
    binding = binding_of(work.facts, base)
    source = binding.value if binding is not None and binding.how is How.ITERATE else None
    collection = _collection(work, source)
    if binding is None or binding.path or source is None or collection is None:
        return False
    if not isinstance(binding.node, ast.Name):
        return False
    target = binding.node
    loop = work.tree.parents.get(source)
    if not isinstance(loop, (ast.For, ast.comprehension)) or loop.target is not target:
        return False
    work.once(_pairs).add(_place(collection))

    def name(r: Rendering) -> str:
        return r.made_at("part", target)

    work.propose(target, lambda r: f"{name(r)}, {r.facts.tree.segment(target)}")

    def write(r: Rendering) -> Code:
        note = r.text(base)
        return f"{name(r)}.text[{note}.start_index : {note}.end_index]"

    work.propose(node, write)
    return True


def _elements(work: Work, node: ast.Attribute) -> list[ast.Name] | None:
    """Every read of an image of ``image_contents``; None where it is not only looped over."""
    if is_truth(work.tree, node):
        return []
    loop = work.tree.parents.get(node)
    if isinstance(loop, ast.Call) and last_name(loop.func) == "len" and loop.args == [node]:
        return []
    target = _first_of(work, node)
    if isinstance(loop, (ast.For, ast.comprehension)):
        target = loop.target
    if not isinstance(target, ast.Name):
        return None
    variable = work.facts.scopes.variable(target)
    if variable is None:
        return None
    found = []
    for use in work.facts.scopes.uses(variable):
        if not isinstance(use.ctx, ast.Load):
            continue
        binding = binding_of(work.facts, use)
        if binding is None:
            return None
        if binding.node is target:
            found.append(use)
    return found


def _first_of(work: Work, node: ast.Attribute) -> ast.expr | None:
    """``image`` of ``image = message.image_contents[0]``."""
    item = work.tree.parents.get(node)
    made = work.tree.parents.get(item) if isinstance(item, ast.Subscript) else None
    if not isinstance(item, ast.Subscript) or not isinstance(item.slice, ast.Constant):
        return None
    return made.targets[0] if isinstance(made, ast.Assign) and len(made.targets) == 1 else None


def _image(work: Work, use: ast.Name) -> None:
    """``image.image_file.file_id`` is the annotation's own."""
    inner = work.tree.parents.get(use)
    field = work.tree.parents.get(inner) if inner is not None else None
    if not (
        isinstance(inner, ast.Attribute)
        and inner.attr == "image_file"
        and isinstance(field, ast.Attribute)
        and field.attr == "file_id"
    ):
        work.block(use, "what is done with this image is not known here")
        return
    work.claimed.update((use, inner, field))
    work.propose(inner, lambda r: r.text(use))
    for place in uses_of_id(work, field):
        use_file(work, place)
