"""Every call of the catalogue is found in a program written from its signature."""

from __future__ import annotations

from datetime import date

import pytest
from tests.catalogue.programs import program

from unspool_rules.api import analyse
from unspool_rules.catalogue.entry import Entry, Kind
from unspool_rules.catalogue.index import entries

CALLS = [e for e in entries() if e.kind is Kind.CALL]
NOT_METHODS = {"az.trace_function", "preview.extra_body.agent", "preview.get_openai_client.await"}
"""Rows about a function, an argument and an ``await``; they have tests of their own."""


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("entry", CALLS, ids=lambda e: e.id)
def test_call_is_found_and_explained(entry: Entry, asynchronous: bool) -> None:
    text = program(entry, asynchronous)
    if text is None:
        assert entry.id in NOT_METHODS or asynchronous
        return

    analysis = analyse(text, today=date(2026, 11, 22))

    assert analysis.failures == ()
    method = entry.legacy[0].rpartition(".")[2]
    found = [f for f in analysis.findings if f.symbol.rpartition(".")[2] == method]
    assert found, text
    finding = found[0]
    assert finding.message
    assert (finding.fix is None) == bool(finding.blockers)
    if finding.fix is not None:
        assert finding.fix.render(), text
