"""Dumps of listings of messages that are read where it is not followed: they keep their shape.

Source: openai 1.65.5 ``openai/types/beta/threads/message.py`` and ``text_content_block.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.imports import below
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code, Item, call

_MEANING = "Messages of a conversation, as the dump of a page of a thread's messages had them."
_FUNCTION = '''def {name}(items: {any}) -> dict[str, {any}]:
    """{meaning}"""
    data = []
    for item in items:
        texts = [p.text for p in item.content if p.type in ("output_text", "input_text")]
        data.append(
            {{
                "id": item.id,
                "object": "thread.message",
                "role": item.role,
                "content": [
                    {{"type": "text", "text": {{"value": text, "annotations": []}}}}
                    for text in texts
                ],
            }}
        )
    return {{"object": "list", "data": data}}
'''
_PAGE = 20
"""How many messages a page has where no limit is given (API reference of OpenAI)."""
_OTHERS = frozenset(
    {
        "annotations",
        "assistant_id",
        "attachments",
        "created_at",
        "file_citation",
        "file_ids",
        "file_path",
        "first_id",
        "has_more",
        "image_file",
        "image_url",
        "last_id",
        "refusal",
        "run_id",
        "thread_id",
    }
)
"""Keys of such a dump that have nothing that takes their place."""


def keeps_shape(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan the dump of a listing in its old shape; False where more than texts may be read."""
    made = work.tree.parents.get(node)
    if not isinstance(made, ast.Call) or made.func is not node or made.args:
        return False
    if node.attr not in DICTS | TEXTS or any(k.arg != "indent" for k in made.keywords):
        return False
    if (made.keywords and node.attr not in TEXTS) or any(map(_is_other, work.tree.nodes)):
        return False
    if not _is_of_listing(work, base):
        return False
    lists = work.facts.origins(base)
    given = [site.arguments["limit"] for site in lists if "limit" in site.arguments]
    limits = {_number(node) for node in given}
    if len(lists) != 1 or None in limits:
        return False
    limit = limits.pop() if limits else _PAGE

    def write(r: Rendering) -> Code:
        page = f"{r.operand(base)}[:{limit}]"
        dump = call(below.function(r, "page_of", _MEANING, _FUNCTION), [Item(page)])
        if node.attr in DICTS:
            return dump
        more = [r.item("indent=", r.code(k.value), k.value) for k in made.keywords]
        return call(f"{r.imports.need_module('json')}.dumps", [Item(dump), *more])

    work.claimed.add(node)
    work.propose(made, write)
    work.note(
        "the dump of the listing has `id`, `role` and the texts of the messages under the keys "
        "that they had; other fields are gone"
    )
    return True


def _is_of_listing(work: Work, base: ast.expr) -> bool:
    """Whether a value is certainly a listing, and not what callers of a function give."""
    variable = work.variable_of(base)
    if variable is None:
        return not isinstance(base, ast.Name)
    bindings = work.facts.scopes.bindings(variable)
    return all(
        binding.how is How.ASSIGN
        and binding.value is not None
        and (is_empty(binding.value) or bool(work.facts.origins(binding.value)))
        for binding in bindings
    )


def _number(node: ast.expr) -> int | None:
    match node:
        case ast.Constant(value=int(number)):
            return number
    return None


def _is_other(node: ast.AST) -> bool:
    """Whether a key is read that the dump does not have any more."""
    match node:
        case ast.Subscript(slice=ast.Constant(value=key)):
            return key in _OTHERS
        case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=key), *_]):
            return key in _OTHERS
        case ast.AnnAssign(target=ast.Name(id=key), value=None):  # of what is made of a dump
            return key in _OTHERS
    return False


__all__ = ["keeps_shape"]
