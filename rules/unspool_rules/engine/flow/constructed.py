"""Which calls make instances of an SDK's classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
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


def constructions_of(facts: Facts, symbol: str) -> Iterator[ast.Call]:
    """The calls in the program that make an object of a legacy class by themselves."""
    for reference in facts.references:
        call = facts.tree.parents.get(reference.node)
        if reference.symbol == symbol and isinstance(call, ast.Call):
            if call.func is reference.node:
                yield call
