"""What is read of an assistant that was fetched by its id: its definition is one of a file now."""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.operations.agents.updates import repeatable
from unspool_rules.engine.uses.shown import OTHER_FIELDS, shown_dump
from unspool_rules.engine.work import Work

_GIVEN = ("instructions", "temperature", "top_p")
"""Arguments that a definition may do without."""


def is_retrieved(work: Work, base: ast.expr) -> bool:
    """Whether an assistant at OpenAI may be one that was fetched."""
    makers = work.facts.origins(base)
    return any(m.operation == "agent.get" and not work.foundry(m) for m in makers)


def say_id(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Let a printed id be the one that the assistant was fetched by; False where it is not one."""
    makers = work.facts.origins(base)
    if not is_retrieved(work, base) or len(makers) != 1:
        return False
    given = makers[0].arguments.get("assistant_id")
    if given is None or work.facts.origins(given) or not repeatable(work, given, node):
        return False
    work.propose(node, lambda r: r.text(given))
    return True


def attribute(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Read a field of a fetched assistant from its definition.

    Returns:
        Whether the field is dealt with.
    """
    if node.attr == "id" or not is_retrieved(work, base):
        return False
    work.claimed.add(node)
    if node.attr == "model":
        work.propose(node, lambda r: f'{r.operand(base)}.keywords["model"]')
    elif node.attr in _GIVEN:
        work.note(f"`{node.attr}` is what `{FILE}` says, and None where it says nothing")
        work.propose(node, lambda r: f'{r.operand(base)}.keywords.get("{node.attr}")')
    elif (dump := shown_dump(work, node)) is not None:
        work.note(OTHER_FIELDS)
        work.propose(dump, lambda r: f"{r.operand(base)}.keywords")
    else:
        work.block(node, f"a definition in `{FILE}` has no `{node.attr}`: keep that elsewhere")
    return True
