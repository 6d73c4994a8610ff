"""Texts that are read as those of old messages, of objects whose origin is not in view."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan

_LISTS = frozenset({"message.list", "message.get", "message.last"})


def tell_of_old_reads(facts: Facts, plans: Iterable[Plan]) -> None:
    """Who lists messages is told of ``message.content[0].text.value`` of what callers give."""
    lists = [p for p in plans if any(s.operation in _LISTS for s in p.sites)]
    if not lists:
        return
    for node in facts.tree.of(ast.Attribute):
        text = node.value
        if not (node.attr == "value" and isinstance(text, ast.Attribute) and text.attr == "text"):
            continue
        if facts.infer.of(text) or "content" not in ast.unparse(text.value):
            continue
        line = facts.tree.lines.line_of(facts.tree.span(node).start) + 1
        for plan in lists:
            plan.note(
                f"line {line} reads `.text.value` of an object from out of view: the parts of new "
                "items have `.text`, which is the text itself"
            )


__all__ = ["tell_of_old_reads"]
