"""Right migrations are judged equal, planted mistakes are all caught."""

from __future__ import annotations

from functools import cache

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .compare import Verdict, compare
from .environments import LEGACY, NEW
from .needs import need
from .pairs import MISTAKES, NAMES, Mistake, legacy, source, surface
from .programs import Outcome, Program, run
from .run_pair import run_pair

pytestmark = pytest.mark.behaviour


@cache
def before(pair: str) -> Outcome:
    """The legacy side, run once for all mistakes in the pair."""
    return run(Program(source(pair, "before")), legacy(pair), "legacy")


def judge(pair: str, after: str) -> Verdict:
    return compare(before(pair), run(Program(after, timeout=20), NEW, "new"))


@pytest.mark.parametrize("pair", NAMES)
def test_right_migration_is_equal(pair: str) -> None:
    need(legacy(pair), NEW)
    verdict = run_pair(
        source(pair, "before"), source(pair, "after"), surface(pair), legacy=legacy(pair)
    )

    assert verdict.outcome == "equal", verdict.reasons
    assert verdict.invocations


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_mistake_is_caught(mistake: Mistake) -> None:
    need(legacy(mistake.pair), NEW)
    verdict = judge(mistake.pair, mistake.source())

    assert verdict.outcome == "different"
    assert mistake.reason in " | ".join(verdict.reasons)


def test_a_legacy_program_that_fails_is_no_measure() -> None:
    need(LEGACY, NEW)
    verdict = run_pair("raise SystemExit(3)", source("guide_flow", "after"), "azure")

    assert verdict.outcome == "not runnable"
    assert "exit code 3" in verdict.reasons[0]
