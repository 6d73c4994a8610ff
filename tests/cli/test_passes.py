"""What one file becomes lets another one change, or must not break it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unspool_server import cli
from unspool_server.cli import passes
from unspool_server.cli.runner import Report, Task


def _report(path: str, *, changed: bool, fixed: int, left: bool) -> Report:
    after = "b" if changed else "a"
    items: Any = ("item",) * left
    return Report(path, items, fixed=fixed, before="a", after=after)


def test_files_are_fixed_until_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = [
        [
            _report("a", changed=True, fixed=2, left=False),
            _report("b", changed=False, fixed=0, left=True),
        ],
        [
            _report("a", changed=False, fixed=0, left=False),
            _report("b", changed=True, fixed=1, left=True),
        ],
        [
            _report("a", changed=False, fixed=0, left=False),
            _report("b", changed=False, fixed=0, left=True),
        ],
    ]
    asked = iter(rounds)
    monkeypatch.setattr(passes, "run_all", lambda *_: next(asked))
    task = Task({}, date(2026, 11, 1), fix=True, write=True)

    first, second = passes.until_settled(task, [Path("a"), Path("b")])

    assert next(asked, None) is None
    assert (first.fixed, second.fixed) == (2, 1)
    assert first.changed
    assert second.changed
    assert second.items


def test_a_name_that_another_file_takes_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    shared = "from openai import OpenAI\nfrom openai.types.beta import Assistant\n\n"
    made = "client = OpenAI()\nclient.beta.vector_stores.create()\n"
    (tmp_path / "shared.py").write_text(shared + made)
    shown = "def show(assistant: Assistant) -> None:\n    print(assistant.tools)\n"
    (tmp_path / "other.py").write_text(f"from shared import *\n\n\n{shown}")
    cli.main(["fix", "--unsafe-fixes"])

    text = (tmp_path / "shared.py").read_text()
    assert "import Assistant" in text
    assert "client.vector_stores.create()" in text


@pytest.mark.parametrize("left", [True, False])
def test_a_diff_says_that_it_shows_the_first_pass(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    left: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    head = "from openai import OpenAI\n\nclient = OpenAI()\n"
    (tmp_path / "one.py").write_text(head + "client.beta.vector_stores.create()\n")
    other = "print(client.beta.threads.runs.list(input()))\n" if left else "print(client)\n"
    (tmp_path / "other.py").write_text(head + other)
    cli.main(["fix", "--unsafe-fixes", "--diff"])

    assert ("A diff shows what changes first" in capsys.readouterr().err) is left
