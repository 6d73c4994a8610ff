"""Members of enums in printed text: Python writes ``RunStatus.COMPLETED`` for what was one."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache

from unspool_rules.catalogue.models import ENUM_BASES
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.work import Work
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import Inst, Type
from unspool_rules.syntax.names import last_name

_PRINTED = (
    "a state or role is a plain string now, no member of an enum: it is printed in another way"
)
_WRITERS = SPEAKERS | {"str", "repr", "format", "critical"}


@cache
def is_enum(name: str) -> bool:
    """Whether a class of an SDK is an enumeration."""
    return any(
        ast.unparse(base).rpartition(".")[2] in ENUM_BASES
        for outline in outlines.lineage(name)
        for base in outline.bases
    )


def say_printed(work: Work, node: ast.expr, types: Iterable[Type]) -> None:
    """Tell of a state or role that was an enum's member and is printed.

    Source: ``_deserialize`` in ``azure/ai/agents/_utils/model_base.py`` of azure-ai-agents 1.1.0
    makes members of enums; ``f"{member}"`` names the class from Python 3.12 on, ``str`` always.
    """
    if any(isinstance(t, Inst) and is_enum(t.cls) for t in types) and _is_written(work, node):
        work.note(_PRINTED)


def _is_written(work: Work, node: ast.expr) -> bool:
    """Whether the text that stands for a value is used, and not the value."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Tuple):
        parent = work.tree.parents.get(parent)
        return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod)
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, ast.Mod) and parent.right is node
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call) and parent.func is not node:
        return last_name(parent.func) in _WRITERS
    return isinstance(parent, ast.FormattedValue)


__all__ = ["is_enum", "say_printed"]
