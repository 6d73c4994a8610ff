"""Fields of azure's models that are read by key or ``get``: ``message["id"]``, ``message.id``.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/_utils/model_base.py``: models are mappings.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics import outlines
from unspool_rules.semantics.members import attribute_of
from unspool_rules.semantics.types import Inst, Type
from unspool_rules.syntax.literals import is_empty

_OF_TEXTS = frozenset({"content", "text", "value"})
"""Fields of messages whose new form is empty where there is none."""

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference
    from unspool_rules.syntax.tree import Tree


def fields_by_key(tree: Tree, infer: Inference) -> list[ast.Attribute]:
    """Make attributes of such subscripts; what one gives may say what another reads.

    Returns:
        The nodes, which are attributes now; the text still has a key.
    """
    found: list[ast.Attribute] = []
    while more := _some(tree, infer):
        found += more
    return found


def _some(tree: Tree, infer: Inference) -> list[ast.Attribute]:
    """What is known to be a field, from the inside out."""
    found: list[ast.Attribute] = []
    for node in reversed(tree.of(ast.Subscript, ast.Call)):
        read = _item(node) if isinstance(node, ast.Subscript) else _got(node)
        if read is None or not read[1].isidentifier():
            continue
        base, name = read
        types = infer.of(base)
        if types and all(_has(infer, value, name) for value in types):
            if isinstance(node, ast.Call) and len(node.args) > 1 and name not in _OF_TEXTS:
                continue
            found.append(tree.respell(node, base, name))
            infer.forget()
    return found


def _item(node: ast.Subscript) -> tuple[ast.expr, str] | None:
    """``message["id"]``."""
    key = node.slice
    if not isinstance(node.ctx, ast.Load) or not isinstance(key, ast.Constant):
        return None
    return (node.value, key.value) if isinstance(key.value, str) else None


def _got(node: ast.Call) -> tuple[ast.expr, str] | None:
    """``message.get("id")``; ``part.get("text", {})``, where what is given instead is empty."""
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr == "get" and 0 < len(node.args) < 3):
        return None
    key = node.args[0]
    empty = all(is_empty(argument) for argument in node.args[1:])
    if node.keywords or not empty or not isinstance(key, ast.Constant):
        return None
    return (func.value, key.value) if isinstance(key.value, str) else None


def _has(infer: Inference, value: Type, name: str) -> bool:
    """Whether a value is one of azure's models with such a field."""
    if not isinstance(value, Inst) or not value.cls.startswith("azure.ai."):
        return False
    if value.site is None or outlines.method(value.cls, name) is not None:
        return False
    return bool(attribute_of(infer, frozenset((value,)), name)) or any(
        name in outline.attributes for outline in outlines.lineage(value.cls)
    )
