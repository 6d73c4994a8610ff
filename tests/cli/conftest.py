"""A core of our own for the command line's tests: it knows four words and needs no SDK."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unspool_rules.model import (
    Analysis,
    Applicability,
    Blocker,
    Edit,
    Finding,
    Fix,
    Settings,
    Severity,
    Span,
)
from unspool_server import checking

_WORD = re.compile(r"\b(OLD|RISKY|STUCK|BREAKS|GROWS|CRASH|DEEP)\w*")


def analyse(source: str, *, today: date, settings: Settings, **options: Any) -> Analysis:
    """OLD has a safe fix, RISKY an unsafe one, STUCK a blocker; the others misbehave."""
    if "CRASH" in source:
        raise ValueError("no idea")
    if "DEEP" in source:
        raise RecursionError
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return Analysis(parsed=False)
    findings = tuple(f for f in _findings(source, today) if settings.reports(f.code))
    edits = {f.fix.group: f.fix.render() for f in findings if f.fix}
    return Analysis(
        findings=findings,
        combine=lambda groups: tuple(edit for group in sorted(groups) for edit in edits[group]),
    )


def _findings(source: str, today: date) -> Iterator[Finding]:
    for match in _WORD.finditer(source):
        span = Span(*match.span())
        word = match[1]
        news = {"OLD": "new", "RISKY": "new", "BREAKS": "(", "GROWS": "GROWS = GROWS"}
        fix = None
        if word in news:
            safety = Applicability.UNSAFE if word == "RISKY" else Applicability.SAFE
            edit = Edit(span, news[word])
            notes = ("look at it",) if word == "RISKY" else ()
            fix = Fix(f"Replace {word}", safety, lambda e=edit: (e,), notes, str(span.start))
        yield Finding(
            code={"RISKY": "UNS102", "STUCK": "UNS201"}.get(word, "UNS101"),
            name="old-word",
            message=f"`{match[0]}` is old on {today}",
            span=span,
            severity=Severity.WARNING,
            symbol=f"words.{word}",
            target=None if word == "STUCK" else "new",
            fix=fix,
            blockers=(Blocker(Span(0, 1), "nothing takes its place"),) if fix is None else (),
        )


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The core is replaced by the four words; returns the folder that is the current one."""
    from unspool_server.cli import runner

    monkeypatch.setattr(checking, "analyse", analyse)
    monkeypatch.setattr(runner, "is_candidate", lambda data: b"NOTHING" not in data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path
