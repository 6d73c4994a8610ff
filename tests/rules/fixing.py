"""Ways to apply the fixes of a text; each has to lead to the same text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from unspool_rules.api import analyse
from unspool_rules.model import Analysis, Finding, Target, apply_edits

TODAY = date(2026, 11, 22)
_MOST_STEPS = 50

Choice = Callable[[list[Finding]], Finding]


def look(source: str, target: Target | None = None) -> Analysis:
    """The analysis of a text, which no defect of ours has broken off."""
    analysis = analyse(source, today=TODAY, target=target)
    assert analysis.failures == ()
    return analysis


def fix_all(source: str, target: Target | None = None) -> str:
    """Every fix at once, as ``unspool fix --unsafe-fixes`` applies them."""
    return apply_edits(source, look(source, target).fix_all(unsafe=True))


def fix_singly(source: str, target: Target | None, choose: Choice) -> str:
    """One fix after another, as somebody clicks through them."""
    for _ in range(_MOST_STEPS):
        fixable = [f for f in look(source, target).findings if f.fix is not None]
        if not fixable:
            return source
        fix = choose(fixable).fix
        assert fix is not None
        edits = fix.render()
        assert edits, f"{fix.title}: a fix that changes nothing"
        source = apply_edits(source, edits)
    raise AssertionError("fixes never come to an end")


def first(findings: list[Finding]) -> Finding:
    return findings[0]


def last(findings: list[Finding]) -> Finding:
    return findings[-1]
