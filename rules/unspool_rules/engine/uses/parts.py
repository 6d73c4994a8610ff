"""What a message contains: its texts, and tests of what a part is."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.results import (
    PART_TYPES,
)
from unspool_rules.engine.citations import asked_images, images
from unspool_rules.engine.citations.notes import of_first, of_text
from unspool_rules.engine.messages.content import text_test
from unspool_rules.engine.messages.listed_items import item_read
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.reasons import of_test
from unspool_rules.engine.uses.absent_parts import test_of_text
from unspool_rules.engine.uses.class_tests import names_new_class
from unspool_rules.engine.uses.failing_tests import is_never
from unspool_rules.engine.uses.holders import asks_annotations, is_held, of_answers
from unspool_rules.engine.uses.narrowed import TEXT_CLASSES, is_narrowed, is_text_only
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.uses.texts import text_object
from unspool_rules.engine.uses.told_types import tell_part
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class, Inst
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item, call, comprehension, looped

_IS_TEXT = text_test(None)
_TAKERS = ("pop", "popleft", "next", "anext")
_TAKEN = "the part is taken from where it is, and is read twice now: give it a name first"


def first_text(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``message.content[0].text.value``: the first text of the message."""
    subscript = work.tree.parents.get(node)
    if not (
        isinstance(subscript, ast.Subscript)
        and isinstance(subscript.slice, ast.Constant)
        and subscript.slice.value == 0
    ):
        return False
    text = work.tree.parents.get(subscript)
    if not (isinstance(text, ast.Attribute) and text.attr == "text"):
        return False
    value = work.tree.parents.get(text)
    if isinstance(value, ast.Attribute) and value.attr == "annotations":
        work.claimed |= {node, subscript, text}
        of_first(work, value, base)
        return True
    if asks_annotations(value, work, text):
        work.claimed |= {node, subscript, text}
        of_first(work, value, base)
        return True
    whole: ast.expr = text
    if isinstance(value, ast.Attribute) and value.attr == "value":
        whole = value
    elif is_held(work, text):
        work.claimed |= {node, subscript, text}
        _first_part(work, text, base)
        return True
    else:
        text_object(work, text)
    work.claimed |= {node, subscript, text}

    work.propose(whole, _text_of(base))
    return True


def text_behind(work: Work, node: ast.Attribute, part: ast.expr) -> bool:
    """``message.content[1].text.value`` behind an image, which is no part any more."""
    value = work.tree.parents.get(node)
    if not asked_images.is_behind(work, part) or not isinstance(part, ast.Subscript):
        return False
    if not isinstance(value, ast.Attribute) or value.attr != "value":
        work.block(node, "the text behind an image is the first part of the message now")
        return True
    assert isinstance(part.value, ast.Attribute)
    work.claimed |= {node, value, part, part.value}
    work.propose(value, _text_of(part.value.value))
    return True


def _text_of(message: ast.expr) -> Writer:
    def write(r: Rendering) -> Code:
        source = item_read(r, message, ".content")
        texts = comprehension("part.text", "for part in", source, _IS_TEXT, lazy=True)
        return call("next", [Item(texts), Item('""')])

    return write


def _first_part(work: Work, text: ast.Attribute, base: ast.expr) -> None:
    """The first text of the message with its annotations, where both are read later."""
    test = text_test("assistant" if of_answers(work, base) else None)

    def write(r: Rendering) -> Code:
        source = Item(item_read(r, base, ".content"), "for part in ")
        return Brackets("next", (Item("part"), source, Item(f"if {test}")), commas=False)

    work.propose(text, write)


def last_by_role(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``messages.get_last_…_by_role(role)`` of a hub beta's listing."""
    called = work.tree.parents.get(node)
    if not isinstance(called, ast.Call) or len(called.args) + len(called.keywords) != 1:
        return False
    role = called.args[0] if called.args else called.keywords[0].value
    value = work.string_value(role)
    work.claimed.add(node)
    text = not node.attr.startswith("get_last_message_by_")
    last = node.attr == "get_last_message_text_by_role"  # the others take the first text
    content = "reversed({}.content)" if last else "{}.content"

    def write(r: Rendering) -> Code:
        shown = f'"{value}"' if value is not None else r.text(role)
        part = r.inner("part", role)
        item, loop = looped(r.code(base), r.inner("item", role), f"{{}}.role == {shown}")
        clauses = [Item(part if text else item), *loop]
        if text:
            clauses.append(Item(f"for {part} in {content.format(item)}"))
            clauses.append(Item(f"if {text_test(value, part)}"))
        found = Brackets("", tuple(clauses), commas=False)
        return call("next", [Item(found), Item("None")])

    work.propose(called, write)
    return True


def text_messages(work: Work, node: ast.Attribute, base: ast.expr, *, paged: bool = False) -> None:
    """``message.text_messages``: the text parts, or whether there are any; so of a listing."""
    parent = work.tree.parents.get(node)
    asked = (isinstance(parent, (ast.If, ast.IfExp, ast.While)) and parent.test is node) or (
        isinstance(parent, ast.comprehension) and node in parent.ifs
    )

    def write(r: Rendering) -> Code:
        source = f"{r.operand(base)}.content"
        if paged:
            item, loop = looped(r.code(base), "item")
            clauses = (
                Item(_IS_TEXT if asked else "part"),
                *loop,
                Item(f"for part in {item}.content"),
                *(() if asked else (Item(f"if {_IS_TEXT}"),)),
            )
            opening, closing = ("any(", ")") if asked else ("[", "]")
            return Brackets("", clauses, opening, closing, commas=False)
        if asked:
            test = f"({_IS_TEXT} for part in {source})"
            return f"any{test}"
        return comprehension("part", "for part in", source, _IS_TEXT)

    work.propose(node, write)


def texts_of_page(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    """``messages.text_messages`` of a hub beta: the texts of all messages, newest first."""

    def write(r: Rendering) -> Code:
        part = r.inner("part", base)
        item, loop = looped(r.code(base), r.inner("item", base))
        clauses = (
            Item(part),
            *loop,
            Item(f"for {part} in {item}.content"),
            Item(f"if {text_test(None, part)}"),
        )
        return Brackets("", clauses, "[", "]", commas=False)

    work.propose(node, write)


def _is_taken(base: ast.expr) -> bool:
    """Whether an expression takes a part from where it is: it cannot be written twice."""
    called = (n.func for n in ast.walk(base) if isinstance(n, ast.Call))
    return any(getattr(f, "attr", getattr(f, "id", "")) in _TAKERS for f in called)


def part_type(work: Work, node: ast.expr, base: ast.expr) -> None:
    work.claimed.add(node)
    if _is_taken(base):
        work.block(node, _TAKEN)
        return
    compare = work.tree.parents.get(node)
    if isinstance(compare, ast.Compare) and len(compare.ops) == 1 and compare.left is node:
        value = work.string_value(compare.comparators[0])
        test = PART_TYPES.get(value or "")
        if test is not None and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
            no = "not " if isinstance(compare.ops[0], ast.NotEq) else ""
            if value != "text":
                asked_images.tested(work, compare, base, negated=bool(no))
                return
            if asked_images.asked_for_text(work, compare, base, negated=bool(no)):
                return
            bare = not no and _is_condition(work, compare)

            def write(r: Rendering) -> Code:
                written = test.format(r.operand(base))
                return written[1:-1] if bare and written.startswith("(") else no + written

            work.propose(compare, write)
            return
    if is_spoken(work, node):
        return
    if not tell_part(work, node, base, is_text=is_text_only(work, base)):
        work.block(node, "the types of content parts have other names")


def _is_condition(work: Work, node: ast.expr) -> bool:
    """Whether an expression is the whole condition of a statement or a comprehension."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, (ast.If, ast.While, ast.Assert)):
        return parent.test is node
    return isinstance(parent, ast.comprehension) and node in parent.ifs


def part_text(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    work.claimed.add(node)
    inner = work.tree.parents.get(node)
    if isinstance(inner, ast.Attribute) and inner.value is node:
        if inner.attr == "value":
            work.propose(inner, lambda r: r.text(node))
        elif inner.attr == "annotations":
            work.claimed.add(inner)
            of_text(work, inner, base)
            return
        else:
            work.block(inner, f"`{inner.attr}` of a text has another shape now")
    elif asks_annotations(inner, work, node):
        of_text(work, inner, base)
        return
    elif is_held(work, node):
        if is_narrowed(work, base):
            work.propose(node, lambda r: r.text(base))
        else:
            work.block(node, "whether this part of the message is a text has not been tested here")
        return
    else:
        text_object(work, node)
    if is_narrowed(work, base):
        return
    if _is_taken(base):
        work.block(node, _TAKEN)
        return
    work.propose(
        node,
        lambda r: (
            f"({r.operand(base)}.text if {PART_TYPES['text'].format(r.operand(base))[1:-1]}"
            ' else "")'
        ),
    )


def is_instance(work: Work, call: ast.Call, node: ast.expr, kinds: set[str]) -> None:
    if is_never(work, call, kinds):
        return
    for value in work.infer.of(call.args[1]):
        if not isinstance(value, (Class, Inst)):
            continue
        name = value.name if isinstance(value, Class) else value.cls
        if kinds == {"part"} and name.rpartition(".")[2] in TEXT_CLASSES:
            if isinstance(value, Class) or value.site is None:  # an older name of the class
                if asked_images.asked_for_text(work, call, node, negated=False):
                    return
                work.propose(call, test_of_text(work, node, bare=_is_condition(work, call)))
                return
    if kinds == {"part"} and images.is_about(work, call, node):
        asked_images.tested(work, call, node)
        return
    if names_new_class(work, call, kinds):
        return
    names = (t.name for t in work.infer.of(call.args[1]) if isinstance(t, Class))
    work.block(call, of_test(names))


def part_by_name(work: Work, call: ast.Call, node: ast.expr) -> bool:
    """``getattr(part, "text", None)``: a test of what the part is, or its text; so of its type."""
    name = work.string_value(call.args[1]) if len(call.args) > 1 else None
    if name == "type":
        part_type(work, call, node)
        return True
    if name != "text" or call.keywords:
        return False
    if is_truth(work.tree, call):
        work.propose(call, test_of_text(work, node))
        return True
    if len(call.args) != 3:
        return False
    default = call.args[2]
    taken = "" if is_held(work, call) else ".text"

    test = test_of_text(work, node, bare=True)

    def write(r: Rendering) -> Code:
        return f"({r.operand(node)}{taken} if {test(r)} else {r.text(default)})"

    work.propose(call, write)
    if taken:
        text_object(work, call)
    return True
