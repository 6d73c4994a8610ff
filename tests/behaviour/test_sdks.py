"""The real SDKs, old and new, get along with the emulator."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .environments import LEGACY, NEW, Environment
from .needs import need
from .programs import Program, run

pytestmark = pytest.mark.behaviour
SDK = Path(__file__).parent / "sdk"
WORLDS = {"legacy": LEGACY, "new": NEW}
PROGRAMS = [
    pytest.param(path, WORLDS[path.parent.name], id=f"{path.parent.name}-{path.stem}")
    for path in sorted(SDK.glob("*/*.py"))
]
# What the programs provoke on purpose.
WANTED = frozenset(
    {"unknown-object", "unknown-agent", "unknown-conversation", "conversation-and-previous"}
)


@pytest.mark.parametrize(("path", "environment"), PROGRAMS)
def test_sdk_talks_to_the_emulator(path: Path, environment: Environment) -> None:
    need(environment)
    outcome = run(
        Program(path.read_text(encoding="utf-8")), environment, generation=path.parent.name
    )

    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.refused(beside=WANTED) == []
    answers = [invocation["answer"] for invocation in outcome.log if invocation["answer"]]
    assert answers
    assert answers[-1] in outcome.stdout or not answers[-1].startswith("Reply")
