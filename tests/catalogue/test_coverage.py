"""``docs/coverage.md`` says what is true today, and leaves no entry out."""

from __future__ import annotations

import ast

from tests.catalogue.coverage import PAGE, calls, stale, written
from tests.catalogue.flows import FLOWS, flow
from tests.catalogue.measuring import DIFFERENT, FAILED, Verdict

from unspool_rules.catalogue.index import entries, shared_entries


def test_page_is_up_to_date() -> None:
    difference = stale()

    assert difference == "", (
        f"run `python -m tests.catalogue.coverage --update`\n{difference[:4000]}"
    )


def test_every_entry_has_a_line() -> None:
    text = PAGE.read_text("utf-8")

    assert [e.id for e in (*entries(), *shared_entries()) if f"\n| {e.id} | " not in text] == []
    assert "unexplained" not in text


def test_every_call_is_found() -> None:
    assert [row.entry.id for row in calls() if row.best.grade == "not found"] == []


def test_flows_are_python() -> None:
    assert FLOWS
    for row in calls():
        for asynchronous in (False, True):
            ast.parse(flow(row.entry, asynchronous) or "")


def test_four_calls_of_five_have_a_fix_that_counts() -> None:
    """The goal that was set; what was measured stands in the page."""
    measured = written()
    counting = [r for r in calls() if r.fixed and measured.get(r.entry.id, Verdict()).proven]

    assert len(counting) >= 0.8 * len(calls())
    wrong = {k: v for k, v in measured.items() if FAILED in v.types or DIFFERENT in v.emulator}
    assert wrong == {}
