"""One annotation: it is flat now (``note.url`` for ``annotation.url_citation.url``).

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import (
    COLLECTIONS,
    DETAILS,
    FIELDS,
    GONE,
    INNER,
    KINDS,
    PAGE_COLLECTIONS,
    SORTS,
)
from unspool_rules.engine.citations.asked_notes import asked_note
from unspool_rules.engine.citations.collections import (
    UNKNOWN_READER,
    is_paired,
    read_collection,
)
from unspool_rules.engine.citations.files import use_file, uses_of_id
from unspool_rules.engine.citations.lists import JOINED, KEPT, follow, is_joined
from unspool_rules.engine.citations.markers import LINK_NOTE, SANDBOX, is_link, replaced, shown
from unspool_rules.engine.flow.passed import passed
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.uses.told_types import tell_note
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class, UserClass, UserFunction
from unspool_rules.syntax.guards import holding, is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item, call
from unspool_rules.syntax.names import last_name

_TESTS = ("isinstance", "hasattr")
_LOOKING = SPEAKERS | {
    *("getattr", "hasattr", "isinstance", "append", "str", "repr", "bool", "type", "id", "len"),
}
"""Functions that show an annotation or ask something of it, and those that are judged apart."""
NO_QUOTE = (
    "a `file_citation` does not quote the file: assistants have left that out since their second "
    "version, too"
)
_NARROW = "which kind of annotation this is has not been tested here"


def attribute(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> bool:
    """Plan an attribute that leads to annotations, or one of an annotation.

    Returns:
        Whether this module knows it.
    """
    if node in work.claimed:
        return True
    names = PAGE_COLLECTIONS if kinds == {"page"} else COLLECTIONS
    if (kinds == {"message"} or kinds == {"page"}) and node.attr in names:
        read_collection(work, node, base, names[node.attr], paged=kinds == {"page"})
        return True
    mine = kinds & KINDS
    if not mine or mine != kinds:
        return False
    _of_note(work, node, base, mine)
    return True


def _of_note(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> None:
    name = node.attr
    if name in INNER:
        sort = INNER[name]
        if not kinds & {"note", sort} or kinds & {"cited"}:
            work.block(node, f"`{name}` of an annotation has no counterpart")
            return
        if is_truth(work.tree, node):
            new = SORTS[name]
            work.propose(node, lambda r: f'{r.operand(base)}.type == "{new}"')
            return
        if kinds != {sort} and not (_narrowed(work, base) or _is_passed(work, base, name)):
            work.block(node, _NARROW)
            return
        work.propose(node, lambda r: r.text(base))
        return
    if name == "type":
        _type(work, node, base, kinds)
        return
    sorts = {DETAILS.get(k, k) for k in kinds}
    if name == "text" and sorts == {"path-note"}:
        _marker(work, node, base)
        return
    if name == "text" and replaced(work, node, base, sorts):
        return
    if name == "text" and is_link(work, base, sorts):
        _marker(work, node, base)
        return
    if name == "text" and shown(work, node, base, sorts):
        return
    if name == "text" and sorts == {"url-note"} and is_paired(work, node, base):
        return
    known = {(s, name) in FIELDS for s in sorts}
    if known == {True}:
        if sorts == {"path-note"} and name == "file_id":
            for use in uses_of_id(work, node):
                use_file(work, use)
        return
    sort = sorted(sorts)[0]
    if (sort, name) == ("file-note", "quote") and _is_of_openai(work):
        work.note(NO_QUOTE)
        work.propose(node, lambda _: '""')
        return
    work.block(node, GONE.get((sort, name), f"`{name}` of an annotation has no counterpart"))


def _is_of_openai(work: Work) -> bool:
    """Whether the annotations are those of assistants, which the package has no quote for.

    Source: openai 1.65.5 ``openai/types/beta/threads/file_citation_annotation.py``.
    """
    return all(site.sort in ("openai", "azure-openai") for site in work.plan.sites)


def _marker(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    """The link to a generated file in the text, which the annotation does not repeat."""
    work.note(LINK_NOTE)
    parent = work.tree.parents.get(node)
    bare = isinstance(parent, (ast.FormattedValue, ast.Assign, ast.keyword)) or (
        isinstance(parent, ast.Call) and node in parent.args
    )

    def write(r: Rendering) -> str:
        text = f'"{SANDBOX}" + {r.operand(base)}.filename'
        return text if bare else f"({text})"

    work.propose(node, write)


def _type(work: Work, node: ast.expr, base: ast.expr, kinds: set[str]) -> None:
    compare = work.tree.parents.get(node)
    if isinstance(compare, ast.Compare) and compare.left is node and len(compare.ops) == 1:
        old = compare.comparators[0]
        value = work.string_value(old)
        sort = SORTS.get(value or "")
        if sort is not None and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
            work.propose(old, lambda _: f'"{sort}"')
            return
    elif _is_told(work, node):
        work.note("the types of annotations have other names")
        return
    tell_note(work, node, base, kinds)


def _is_told(work: Work, node: ast.expr) -> bool:
    return any(
        isinstance(a, (ast.JoinedStr, ast.FormattedValue)) for a in work.tree.ancestors(node)
    )


def _narrowed(work: Work, base: ast.expr) -> bool:
    """Whether a test of the type around the place says which annotation it is."""
    shape = ast.dump(base)
    for _, test in holding(work.tree, base):
        for node in ast.walk(test):
            if isinstance(node, ast.Attribute) and node.attr in ("type", *INNER):
                if ast.dump(node.value) == shape:
                    return True
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _TESTS:
                if node.args and ast.dump(node.args[0]) == shape:
                    return True
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr":
                named = work.string_value(node.args[1]) if len(node.args) > 1 else None
                if named in ("type", *INNER) and ast.dump(node.args[0]) == shape:
                    return True
    return False


def _is_passed(work: Work, base: ast.expr, kind: str) -> bool:
    """Whether a place is only reached once an annotation has proved to be of a kind."""
    shape = ast.dump(base)
    for test, held in passed(work.tree, base):
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            left = test.left
            if (
                isinstance(test.ops[0], ast.Eq if held else ast.NotEq)
                and isinstance(left, ast.Attribute)
                and left.attr == "type"
                and ast.dump(left.value) == shape
                and work.string_value(test.comparators[0]) == kind
            ):
                return True
        elif isinstance(test, ast.Attribute):
            if held and test.attr == kind and ast.dump(test.value) == shape:
                return True
        elif isinstance(test, ast.Call) and getattr(test.func, "id", "") in ("hasattr", "getattr"):
            if held and len(test.args) > 1 and ast.dump(test.args[0]) == shape:
                if work.string_value(test.args[1]) == kind:
                    return True
    return False


def is_instance(work: Work, test: ast.Call, node: ast.expr) -> bool:
    """Plan ``isinstance(annotation, MessageTextUrlCitationAnnotation)`` and the like."""
    names = {t.name.rpartition(".")[2] for t in work.infer.of(test.args[1]) if isinstance(t, Class)}
    sorts = {
        new
        for name in names
        for old, new in SORTS.items()
        if name.removeprefix("MessageText").removesuffix("Annotation").lower()
        == old.replace("_", "")
    }
    if len(names) != 1 or len(sorts) != 1:
        return False
    sort = sorts.pop()
    work.propose(test, lambda r: f'{r.operand(node)}.type == "{sort}"')
    return True


def whole(work: Work, node: ast.expr, kinds: set[str]) -> None:
    """Plan ``getattr`` and ``hasattr`` of an annotation; block where it is kept somewhere."""
    test = work.tree.parents.get(node)
    if isinstance(test, ast.keyword):
        test = work.tree.parents.get(test)
    if isinstance(test, ast.Dict) and node in test.values:
        work.block(node, KEPT)
    if not isinstance(test, ast.Call) or node is test.func:
        return
    name = last_name(test.func)
    if _is_unseen(work, test):
        work.block(node, KEPT)
        return
    if node not in test.args:
        return
    if name == "append":
        work.block(node, "the annotation is put into a list whose readers are not known")
    if name not in ("getattr", "hasattr") or node is not test.args[0] or len(test.args) < 2:
        return
    if name == "hasattr" and work.string_value(test.args[1]) == "text" and not kinds & {*DETAILS}:
        left_out = "url_citation" if _is_of_openai(work) else ""  # assistants cite no pages
        sorts = ", ".join(f'"{one}"' for one in SORTS.values() if one != left_out)
        work.propose(test, lambda r: f"{r.operand(node)}.type in ({sorts})")
        return
    if name == "getattr" and work.string_value(test.args[1]) == "type" and not kinds & {*DETAILS}:
        _type(work, test, node, kinds)
        return
    asked_note(work, test, node, kinds, _of_note)


def _is_unseen(work: Work, call: ast.Call) -> bool:
    """Whether what a call does with an annotation is not in view."""
    if last_name(call.func) in _LOOKING:
        return False
    callees = work.infer.of(call.func)
    return not all(isinstance(c, (UserFunction, UserClass)) for c in callees) or not callees


def of_text(work: Work, node: ast.expr, part: ast.expr) -> None:
    """``part.text.annotations``, also read by name: only texts of answers have any."""
    if not isinstance(part, (ast.Name, ast.Attribute, ast.Subscript)):
        work.block(node, UNKNOWN_READER)
        return
    joined = is_joined(work, node)
    if joined:
        work.note(JOINED)
    else:
        follow(work, node)

    def write(r: Rendering) -> Code:
        holder = r.text(part)
        notes = f'({holder}.annotations if {holder}.type == "output_text" else [])'
        return f"map(str, {notes[1:-1]})" if joined else notes

    work.propose(node, write)


def of_first(work: Work, node: ast.expr, message: ast.expr) -> None:
    """``message.content[0].text.annotations``."""
    follow(work, node)

    def write(r: Rendering) -> Code:
        found = Brackets(
            "",
            (
                Item("part.annotations"),
                Item(f"for part in {r.operand(message)}.content"),
                Item('if part.type == "output_text"'),
            ),
            commas=False,
        )
        return call("next", [Item(found), Item("[]")])

    work.propose(node, write)
