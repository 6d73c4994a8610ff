"""Messages for code that is not in view and only reads them: objects with the fields they had.

A function of another file shows or stores a message, or a list of them. It gets objects made of the
items of the conversation.
Source: openai 1.65.5 ``openai/types/beta/threads/message.py`` and ``text_content_block.py``;
azure-ai-agents 1.1.0 ``azure/ai/agents/models/_patch.py`` (``ThreadMessage.text_messages``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.imports import below
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.uses.old_shapes import made_of
from unspool_rules.engine.uses.paged import read_off
from unspool_rules.engine.uses.pages import stays_page
from unspool_rules.engine.uses.unseen_readers import only_reads
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst, Types
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code

_MEANING = "An item with the fields that a message had, for code that reads those."
_FUNCTION = '''def {name}(item: {any}) -> {simple}:
    """{meaning}"""
    content = [
        {simple}(type="text", text={simple}(value=part.text, annotations=[]))
        for part in item.content
        if part.type in ("output_text", "input_text")
    ]
    return {simple}(
        id=item.id,
        object="thread.message",
        role=item.role,
        content=content,{more}
    )
'''
_PAGE_MEANING = "Items as a page of messages had them, for code that reads one."
_PAGE = '''def {name}(items: {any}) -> {any}:
    """{meaning}"""

    class Page(list[{simple}]):
        @property
        def data(self) -> list[{simple}]:
            return self

    return Page(map({message_of}, items))
'''
_TEXTS = "\n        text_messages=content,"


def as_before(
    work: Work, node: ast.expr, given_to: ast.Call, kinds: set[str], *, many: bool
) -> bool:
    """Plan that code that is not in view gets messages as they were.

    Args:
        many: whether the expression holds a list of them.

    Returns:
        False where that code may be migrated, or where the value may be something else, too.
    """
    if kinds != {"message"} or not only_reads(work, given_to, "message"):
        return False
    if not _is_certain(work, node, many=many):
        return False
    absent = may_be_none(work, node)
    if absent and (many or not isinstance(node, (ast.Name, ast.Attribute))):
        return False
    each = "message" if many else None

    def make(r: Rendering, name: str) -> str:
        return f"{_helper(work, r)}({name})"

    _write(work, node, given_to, made_of(work, node, make, each=each, absent=absent))
    return True


def page_as_before(work: Work, node: ast.expr, given_to: ast.Call, kinds: set[str]) -> bool:
    """Plan that code that is not in view gets a listing of messages as a page of them was."""
    made = work.facts.origins(node)
    if kinds != {"page"} or not made or not isinstance(node, ast.Name):
        return False
    if any(s.operation != "message.list" or s.asynchronous for s in made):
        return False
    if any("limit" in s.arguments for s in made):
        return False  # which a page has, and a loop over it has not
    if not only_reads(work, given_to, "message"):
        return False
    variable = work.variable_of(node)
    if variable is None:
        return False
    if any(read_off(work, s) for s in made) and len(work.facts.scopes.reads(variable)) > 1:
        return False  # who reads a pager first leaves nothing to others, however much that is
    bindings = work.facts.scopes.bindings(variable)
    if stays_page(work, node) or not all(
        _is_page(work.infer.binding(b)) and _is_known(work, b.value) for b in bindings
    ):
        return False

    def write(r: Rendering) -> Code:
        simple = r.imports.need("types", "SimpleNamespace")
        helper = below.function(
            r, "page_of", _PAGE_MEANING, _PAGE, simple=simple, message_of=_helper(work, r)
        )
        return f"{helper}({r._splice(node)})"

    _write(work, node, given_to, write)
    work.note("a page had at most 20 messages in its `data`; all items are listed now")
    return True


def _is_page(types: Types) -> bool:
    return bool(types) and all(value_kind(t) == "page" for t in types)


def _helper(work: Work, r: Rendering) -> str:
    """The name of the function that makes such an object."""
    simple = r.imports.need("types", "SimpleNamespace")
    more = _TEXTS if any(map(work.foundry, work.plan.sites)) else ""
    return below.function(r, "message_of", _MEANING, _FUNCTION, simple=simple, more=more)


def _write(work: Work, node: ast.expr, given_to: ast.Call, write: Writer) -> None:
    work.replace(node, write)
    work.plan.old_shapes.add(node)
    work.note(
        f"`{ast.unparse(given_to.func)}` is not in view: it gets `id`, `role` and the texts of "
        "`content` as messages had them, and nothing else"
    )


def _is_certain(work: Work, node: ast.expr, *, many: bool) -> bool:
    """Whether an expression is a message, or a list of them, wherever it gets its value."""
    if not _are_messages(work.infer.of(node), many=many) or not _is_known(work, node):
        return False
    variable = work.variable_of(node) if isinstance(node, ast.Name) else None
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        if binding.how in (How.ASSIGN, How.ITERATE) and not _is_nothing(binding.value):
            if not _are_messages(work.infer.binding(binding), many=many):
                return False
            if not _is_known(work, binding.value):
                return False
    return True


def _is_known(work: Work, value: ast.expr | None) -> bool:
    """Whether every choice that an expression has is one that inference knows."""
    if isinstance(value, ast.BoolOp):
        return all(_is_known(work, choice) for choice in value.values)
    if isinstance(value, ast.IfExp):
        return _is_known(work, value.body) and _is_known(work, value.orelse)
    return _is_nothing(value) or bool(work.infer.of(value))


def _is_nothing(value: ast.expr | None) -> bool:
    """``None``, or ``[]``."""
    if isinstance(value, ast.List):
        return not value.elts
    return isinstance(value, ast.Constant) and value.value is None


def _are_messages(types: Types, *, many: bool) -> bool:
    """Whether there are only messages among some types, or only lists of nothing else."""
    if not many:
        return bool(types) and all(value_kind(t) == "message" for t in types)
    inner = [
        a for t in types if isinstance(t, Inst) and t.cls == "list" for arg in t.args for a in arg
    ]
    lists = all(isinstance(t, Inst) and t.cls == "list" for t in types)
    return lists and bool(inner) and all(value_kind(t) == "message" for t in inner)


__all__ = ["as_before", "page_as_before"]
