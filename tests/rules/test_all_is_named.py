"""Whatever is legacy in a case has a finding, and what stays has its reason."""

from __future__ import annotations

import pytest
from tests.judge.legacy import Kind, legacy_references
from tests.rules.fixing import look
from tests.rules.test_cases import Case, read

from unspool_rules.model import Analysis, apply_edits


def unnamed(source: str, analysis: Analysis) -> list[str]:
    """Calls of the old services without a finding, and findings that say no reason."""
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    spans = [f.span for f in analysis.findings]
    found = [
        str(r)
        for r in legacy_references(source)
        if r.kind in (Kind.CALL, Kind.CHAIN)
        and not any(s.start < starts[r.end_line] and starts[r.line - 1] < s.end for s in spans)
    ]
    return found + [
        f.message
        for f in analysis.findings
        if f.fix is None and not any(b.root.message for b in f.blockers)
        if not f.code.startswith("UNS8")  # of values beside the code: they say what to do
    ]


@pytest.mark.parametrize("case", read())
def test_all_is_named(case: Case) -> None:
    if not case.found:
        return
    analysis = look(case.before, case.target)
    assert unnamed(case.before, analysis) == []
    after = apply_edits(case.before, analysis.fix_all(unsafe=True))
    assert unnamed(after, look(after, case.target)) == []
