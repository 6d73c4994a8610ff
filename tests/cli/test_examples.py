"""What is shown to a newcomer is true: the README's example, and the program of the demo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from unspool_server import cli

ROOT = Path(__file__).parent.parent.parent


def test_the_readme_shows_what_the_fix_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, after = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "app.py").write_text(before, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert cli.main(["check", "app.py"]) == 1
    assert cli.main(["fix", "--unsafe-fixes", "app.py"]) == 0
    assert (tmp_path / "app.py").read_text(encoding="utf-8") == after


def test_the_demo_s_program_is_migrated_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = (ROOT / "examples" / "assistant.py").read_text(encoding="utf-8")
    path = tmp_path / "assistant.py"
    path.write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert cli.main(["fix", "--unsafe-fixes", "--diff", "assistant.py"]) == 1
    assert "+" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == source

    assert cli.main(["fix", "--unsafe-fixes", "assistant.py"]) == 0
    assert cli.main(["check", "assistant.py"]) == 0
    compile(path.read_text(encoding="utf-8"), "assistant.py", "exec")
