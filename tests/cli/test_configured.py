"""Files beside the code: found in folders, checked for what the code needs, fixed after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli, configured

Capture = pytest.CaptureFixture[str]

PROJECT = """\
[project]
name = "helper"
dependencies = [
  "azure-ai-agents>=1.0",
  "azure-ai-projects<2",  # the client
]
"""
LEGACY = """\
import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
client.threads.delete(os.environ["CHAT"])
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    configured.forget()
    return tmp_path


def test_no_code_needs_the_old_packages(folder: Path, capsys: Capture) -> None:
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().out.count("UNS801 [~]") == 2
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert (folder / "pyproject.toml").read_text() == PROJECT.replace(
        '  "azure-ai-agents>=1.0",\n', ""
    ).replace("<2", ">=2.10.0")


def test_code_still_needs_them(folder: Path, capsys: Capture) -> None:
    (folder / "app.py").write_text("import azure.ai.agents\nprint(azure.ai.agents)\n")

    assert cli.main(["check", "pyproject.toml"]) == 1
    assert "`app.py` still needs it" in capsys.readouterr().out


def test_fixes_of_code_come_first(folder: Path) -> None:
    (folder / "app.py").write_text(LEGACY)

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "azure.ai.agents" not in (folder / "app.py").read_text()
    assert "azure-ai-agents" not in (folder / "pyproject.toml").read_text()


def test_names_that_code_reads(folder: Path, capsys: Capture) -> None:
    (folder / "app.py").write_text(LEGACY)
    (folder / ".env").write_text("CHAT=1\nOTHER=2\nPROJECT_ENDPOINT=https://x\n")

    assert cli.main(["check", ".env"]) == 1
    out = capsys.readouterr().out
    assert "`CHAT` feeds code" in out
    assert "OTHER" not in out


def test_files_that_say_nothing_are_not_counted(folder: Path, capsys: Capture) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'helper'\n")
    (folder / "requirements.txt").write_text("flask\n")
    (folder / "app.py").write_text("print()\n")

    assert cli.main(["check"]) == 0
    assert "in 1 file." in capsys.readouterr().out


def test_a_file_that_cannot_be_parsed(folder: Path, capsys: Capture) -> None:
    (folder / "pyproject.toml").write_text("[project\nopenai\n")

    assert cli.main(["check", "pyproject.toml"]) == 2
    assert "pyproject.toml: cannot be parsed" in capsys.readouterr().err


def test_standard_input(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Stdin:
        buffer = io.BytesIO(b"azure-ai-agents==1.1.0\n")

    monkeypatch.setattr(sys, "stdin", Stdin())

    assert cli.main(["check", "-", "--stdin-filename", "requirements.txt"]) == 1
    assert "UNS801" in capsys.readouterr().out
