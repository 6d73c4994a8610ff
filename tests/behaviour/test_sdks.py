"""The real SDKs, old and new, get along with the emulator."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .environments import HUB, LEGACY, LEGACY_BETA, NEW, Environment
from .needs import need
from .programs import Program, run

pytestmark = pytest.mark.behaviour
SDK = Path(__file__).parent / "sdk"
# Environment, generation of the routes, programs.
WORLDS = (
    (LEGACY, "legacy", "legacy/*.py"),
    (LEGACY_BETA, "legacy", "legacy/azure_*.py"),
    (HUB, "legacy", "hub/*.py"),
    (NEW, "new", "new/*.py"),
)
PROGRAMS = [
    pytest.param(path, environment, generation, id=f"{environment.name}-{path.stem}")
    for environment, generation, pattern in WORLDS
    for path in sorted(SDK.glob(pattern))
]
# What the programs provoke on purpose.
WANTED = frozenset(
    {"unknown-object", "unknown-agent", "unknown-conversation", "conversation-and-previous"}
)


@pytest.mark.parametrize(("path", "environment", "generation"), PROGRAMS)
def test_sdk_talks_to_the_emulator(path: Path, environment: Environment, generation: str) -> None:
    need(environment)
    program = Program(path.read_text(encoding="utf-8"))
    outcome = run(program, environment, generation)

    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.refused(beside=WANTED) == []
    answers = [invocation["answer"] for invocation in outcome.log if invocation["answer"]]
    assert answers
    assert answers[-1] in outcome.stdout or not answers[-1].startswith("Reply")
