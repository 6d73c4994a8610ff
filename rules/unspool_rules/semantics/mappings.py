"""Fields of azure's models that are read by key: ``message["id"]`` is ``message.id``.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/_utils/model_base.py``: models are mappings.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics import outlines
from unspool_rules.semantics.members import attribute_of
from unspool_rules.semantics.types import Inst, Type

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
    for node in reversed(tree.of(ast.Subscript)):
        key = node.slice
        if not (
            isinstance(node.ctx, ast.Load)
            and isinstance(key, ast.Constant)
            and isinstance(key.value, str)
            and key.value.isidentifier()
        ):
            continue
        name = key.value
        types = infer.of(node.value)
        if types and all(_has(infer, value, name) for value in types):
            found.append(tree.respell(node, name))
            infer.forget()
    return found


def _has(infer: Inference, value: Type, name: str) -> bool:
    """Whether a value is one of azure's models with such a field."""
    if not isinstance(value, Inst) or not value.cls.startswith("azure.ai."):
        return False
    if value.site is None or outlines.method(value.cls, name) is not None:
        return False
    return bool(attribute_of(infer, frozenset((value,)), name)) or any(
        name in outline.attributes for outline in outlines.lineage(value.cls)
    )
