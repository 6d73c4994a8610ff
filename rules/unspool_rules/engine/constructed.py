"""Which class of an SDK a call makes an instance of."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Class


def class_name(work: Work, node: ast.expr) -> str | None:
    """The simple name of the outlined class that a call constructs."""
    if not isinstance(node, ast.Call):
        return None
    for value in work.infer.of(node.func):
        if isinstance(value, Class):
            return value.name.rpartition(".")[2]
    return None
