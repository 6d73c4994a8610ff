"""Parts of messages that may not be there, and what asks whether they are texts.

``hasattr(last, "text")`` is false for None, too, where ``last.type == ...`` fails.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.results import PART_TYPES
from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.flow.settled import is_ruled_out
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.names import last_name

_LAST = ("get_last_message_text_by_role", "get_last_text_message_by_role")
"""Methods that give None where nobody of the role has said anything."""


def test_of_text(work: Work, node: ast.expr, *, bare: bool = False) -> Writer:
    """The test whether a part is there and a text.

    Args:
        bare: without parentheses around it, where they mean nothing.
    """
    absent = _may_be_absent(work, node)

    def write(r: Rendering) -> str:
        part = r.operand(node)
        test = PART_TYPES["text"].format(part)
        if absent:
            test = f"({part} is not None and {test})"
        return test[1:-1] if bare else test

    return write


def _may_be_absent(work: Work, node: ast.expr) -> bool:
    if not isinstance(node, ast.Name) or is_ruled_out(work, node):
        return False
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
    return may_be_none(work, node) or any(_is_last(b.value) for b in bindings if not b.path)


def _is_last(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Await):
        value = value.value
    return isinstance(value, ast.Call) and last_name(value.func) in _LAST


__all__ = ["test_of_text"]
