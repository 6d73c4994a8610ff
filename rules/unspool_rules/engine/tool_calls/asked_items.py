"""The items of a response by which it asks for an answer, as they are written."""

from __future__ import annotations

from unspool_rules.engine.tool_calls.approvals import asked
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Item, comprehension

_IS_CALL = 'item.type == "{}"'


def pending(asked: str, source: str, head: str = "", tail: str = "", ended: str = "") -> Brackets:
    """The test whether a response holds items of the type that asks for an answer.

    Args:
        ended: a further test, without which what is asked for is not whole yet.
    """
    clauses = [Item(_IS_CALL.format(asked)), Item(f"{source}.output", "for item in ")]
    clauses += [Item(f"if {ended}")] if ended else []
    return Brackets(f"{head}any", tuple(clauses), tail=tail, commas=False)


def asking(work: Work, source: str, head: str = "", tail: str = "") -> Brackets:
    """The test whether what was a run asks for an answer."""
    return pending(asked(work), source, head, tail, _ended(work, source))


def listed(asked: str, source: str, head: str = "", tail: str = "", ended: str = "") -> Brackets:
    """The list of the items by which a response asks to be answered."""
    test = _IS_CALL.format(asked) + (f" and {ended}" if ended else "")
    code = comprehension("item", "for item in", f"{source}.output", test, tail=tail)
    return Brackets(head, code.items, code.open, code.close, code.tail, commas=False)


def given(work: Work, source: str) -> Brackets:
    """The list of what a run asks for."""
    return listed(asked(work), source, ended=_ended(work, source))


def _ended(work: Work, source: str) -> str:
    """That a response is finished, where it may be in the background: its output grows till then.

    Source: openai 3.54.0 ``openai/types/responses/response_function_tool_call.py``: items that
    are not whole yet are "in_progress".
    """
    late = work.facts.starts_in_background and "(" not in source
    return f'{source}.status == "completed"' if late else ""


__all__ = ["asking", "given", "listed", "pending"]
