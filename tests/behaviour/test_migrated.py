"""Programs of our own, migrated by the engine, do on the new service what they did on the old."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

from .compare import compare
from .environments import HUB, LEGACY, NEW
from .needs import need
from .programs import Program, run
from .run_pair import run_pair
from .stored import stored_for
from .variables import MODEL

pytestmark = pytest.mark.behaviour

FOLDER = Path(__file__).parent / "legacy"
PROGRAMS = sorted(path.stem for path in FOLDER.glob("*.py"))


def migrated(source: str) -> str:
    """The program after all fixes; every finding must have one."""
    analysis = analyse(source, today=date(2026, 11, 22))
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    return apply_edits(source, analysis.fix_all(unsafe=True))


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_does_the_same(name: str) -> None:
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    old = HUB if "from_connection_string" in source else LEGACY
    need(old, NEW)

    verdict = run_pair(source, migrated(source), "azure", legacy=old)

    assert verdict.outcome == "equal", verdict.reasons
    assert verdict.invocations


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name.startswith("stored_")])
def test_a_wrong_definition_is_caught(name: str) -> None:
    need(LEGACY, NEW)
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    stored = stored_for(source, MODEL)
    wrong = {key: {**one, "temperature": 0.5} for key, one in stored.items()}

    before = run(Program(source, stored=stored), LEGACY, "legacy")
    verdict = compare(before, run(Program(migrated(source), stored=wrong), NEW, "new"))

    assert verdict.outcome == "different"
    assert "temperature" in " | ".join(verdict.reasons)
