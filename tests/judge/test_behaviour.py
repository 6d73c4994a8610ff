"""What the judge of behaviour makes of outcomes; nothing is run here but the last test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from tests.behaviour.environments import HUB, LEGACY, LEGACY_BETA, NEW, Environment
from tests.behaviour.needs import need
from tests.behaviour.pairs import source
from tests.behaviour.programs import Outcome as Ran
from tests.behaviour.programs import Program as Run
from tests.corpora.manifest import CORPORA
from tests.judge.behaviour import Pair, behave, environment_of, stand_ins
from tests.judge.outcome import Behaviour, Outcome, Program
from tests.judge.page import document
from tests.judge.report import terminal

PAIR = Pair("a.py", "before", "after", {"x.txt": b"old"}, {"x.txt": b"new"})
_ITEMS = [{"role": "user", "content": [["text", "Hello there"]]}]


def _ran(
    stdout: str = "", code: int = 0, requests: tuple[str, ...] = ("POST /v1/responses",)
) -> Ran:
    report: dict[str, Any] = {
        "log": [{"answer": "Reply 0123abcd.", "calls": 0, "items": _ITEMS}] if requests else [],
        "refusals": [],
        "requests": list(requests),
        "left": {"agents": 0, "files": 0, "vector_stores": 0},
    }
    return Ran(code, stdout, "", report)


def test_both_runs_see_their_own_neighbours() -> None:
    seen = []

    def execute(program: Run, environment: Environment, generation: str) -> Ran:
        seen.append((program.source, program.files["x.txt"], environment.name, generation))
        return _ran("0123abcd")

    assert behave(PAIR, HUB, execute) == Behaviour(
        "equal", invocations=1, failing="equal", details=behave(PAIR, HUB, execute).details
    )
    assert seen[:2] == [("before", b"old", "hub", "legacy"), ("after", b"new", "new", "new")]
    assert len(seen) == 8  # twice, and each again while the service fails


def test_a_failure_that_is_told_no_more_is_a_difference_of_its_own() -> None:
    def execute(program: Run, environment: Environment, generation: str) -> Ran:
        lost = program.source == "after" and "fail" in program.model
        return _ran("" if lost else "0123abcd")

    made = behave(PAIR, LEGACY, execute)
    assert (made.outcome, made.failing) == ("equal", "different")


def test_what_asks_nothing_shows_nothing() -> None:
    made = behave(PAIR, LEGACY, lambda *_: _ran(requests=()))
    assert made.outcome == "not runnable"
    assert made.reasons == ("it does not call the service when it is run",)


def test_a_legacy_program_that_fails_is_no_measure() -> None:
    made = behave(PAIR, LEGACY, lambda program, *_: _ran(code=int(program.source == "before")))
    assert made.outcome == "not runnable"


def test_every_corpus_has_its_sdk() -> None:
    found = {name: environment_of(corpus) for name, corpus in CORPORA.items()}
    assert found["agents-1.1.0"] is LEGACY
    assert found["agents-1.2.0b5"] is LEGACY_BETA
    assert found["projects-1.0.0b10"] is HUB
    assert "azure-ai-projects==1.0.0b5" in found["projects-1.0.0b5"].pins
    assert "openai==1.40.0" in found["openai-1.40.0"].pins


def test_named_files_are_made_up() -> None:
    text = 'a = join(here, "../assets/data.csv")\nb = "../assets/there.md"\nc = "http://x/y.png"\n'
    assert list(stand_ins("s/t/a.py", text, {"s/assets/there.md"})) == ["s/assets/data.csv"]


def test_the_report_has_the_columns() -> None:
    outcome = Outcome("c", "a corpus", ran=True)
    for name in ("equal", "different", "not runnable"):
        program = Program("w", f"{name}.py", "", behaviour=Behaviour(name, (f"why {name}",)))
        outcome.programs.append(program)
    assert outcome.behaving("different")[0].path == "different.py"
    assert "| 3 | 1 (50 %) | 1 | 1 | 0 |" in document([outcome])
    assert "why different" in document([outcome])
    lost = Behaviour("not runnable", ("no file '/x/tmpabcd_f1g/app/main/a.yaml'",))
    outcome.programs.append(Program("w", "lost.py", "", behaviour=lost))
    assert "no file 'a.yaml'" in document([outcome])
    assert "why not runnable" in terminal([outcome], limit=5)


@pytest.mark.behaviour
def test_a_right_migration(tmp_path: Path) -> None:
    need(LEGACY, NEW)
    pair = Pair("p.py", source("endings", "before"), source("endings", "after"), {}, {})
    made = behave(pair, LEGACY)
    assert (made.outcome, made.failing, made.invocations) == ("equal", "equal", 4)
