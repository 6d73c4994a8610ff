"""Whole corpora migrate without harm, and code that only looks alike is left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.corpora.fetch import Offline, environment, programs, unpack
from tests.corpora.manifest import CORPORA, LEGACY, TARGET
from tests.corpora.model import Source
from tests.judge.engines import Cli
from tests.judge.legacy import Kind, legacy_references
from tests.judge.outcome import Outcome, Program, Status, judge

pytestmark = pytest.mark.corpus

_NO_METHOD = "threads.modify"
"""What one package calls, and no release of any SDK has."""

_TRIGGER = re.compile(
    r"threads?\.create\b|\bruns\.create|assistants|messages\.(list|create)\b|\.beta\."
    r"|create_(thread|agent|run|message)\b|list_messages\b"
)


@pytest.fixture(scope="module")
def cli() -> Cli:
    return Cli()


@pytest.mark.parametrize("name", LEGACY)
def test_nothing_is_broken(name: str, cli: Cli, tmp_path: Path) -> None:
    outcome = judge(CORPORA[name], cli, tmp_path, types=False)
    _skip_when_missing(outcome)
    assert outcome.failures == []
    assert outcome.strays == []
    assert [f"{program.key}: {harm}" for program, harm in outcome.broken] == []
    assert [text for program in outcome.programs for text in _unnamed(program)] == []


def _unnamed(program: Program) -> list[str]:
    """Calls of the old services without a finding, and what stays without a reason."""
    calls = [r for r in program.unnoticed if r.kind is Kind.CALL and _NO_METHOD not in r.text]
    rows = [r for r in program.counted_after if r.fix is None and not r.blockers]
    return [f"{program.key}: {item}" for item in (*calls, *rows)]


def test_the_basic_samples_migrate(cli: Cli, tmp_path: Path) -> None:
    outcome = judge(CORPORA["agents-1.1.0"], cli, tmp_path, match="/sample_agents_basics")
    _skip_when_missing(outcome)
    programs = [p for p in outcome.programs if "telemetry" not in p.path]
    assert len(programs) == 8
    assert [f"{p.key}:{problem}" for p, problem in outcome.new_types] == []
    fully = [p.path for p in programs if p.status is Status.FULLY]
    assert len(fully) >= 6, "\n".join(terminal_reasons(outcome))
    for program in programs:
        if program.status is not Status.FULLY:
            assert program.rows_after, f"{program.path}: nothing says what is left"
            assert all(row.fix or row.blockers for row in program.counted_after)


def terminal_reasons(outcome: Outcome) -> list[str]:
    return [f"{reason.text}: {list(reason.places)[:2]}" for reason in outcome.reasons]


@pytest.mark.parametrize("source", CORPORA["lookalikes"].sources, ids=lambda s: s.key)
def test_lookalikes_are_left_in_peace(source: Source, cli: Cli) -> None:
    root = _unpacked(source)
    wanted = {path.as_posix() for path in programs(source)}
    answer = cli.check(root, ["."])
    assert answer.failures == []
    assert [
        f"{row.path}:{row.line}: {row.code} {row.message}"
        for row in answer.rows
        if row.path in wanted
    ] == []


def test_lookalikes_are_enough() -> None:
    files = triggered = 0
    for source in CORPORA["lookalikes"].sources:
        root = _unpacked(source)
        for path in programs(source):
            text = (root / path).read_bytes().decode("utf-8", "replace")
            files += 1
            triggered += bool(_TRIGGER.search(text))
            try:
                assert legacy_references(text) == [], path
            except (SyntaxError, RecursionError):
                continue
    assert files >= 2000
    assert triggered >= 300


def _unpacked(source: Source) -> Path:
    try:
        return unpack(source)
    except Offline as reason:
        pytest.skip(str(reason))


def _skip_when_missing(outcome: Outcome) -> None:
    if outcome.missing:
        pytest.skip("; ".join(outcome.missing))


def test_environments_can_be_made() -> None:
    try:
        environment("target", TARGET)
    except Offline as reason:
        pytest.skip(str(reason))
