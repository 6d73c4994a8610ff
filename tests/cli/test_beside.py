"""What lies beside a file counts, also where nothing marks a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

_PROGRAM = """import os
import sys

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from helpers.desk import desk_functions

client = AgentsClient(endpoint=os.environ["PROJECT"], credential=DefaultAzureCredential())
toolset = ToolSet()
toolset.add(FunctionTool(desk_functions))
agent = client.create_agent(model="gpt-4o", name="desk", instructions="Help.", toolset=toolset)
"""
_HELPERS = '''def open_ticket(title: str) -> str:
    """Open a ticket.

    :param title: What it is about.
    """
    return title


desk_functions = {open_ticket}
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "apps").mkdir()
    (tmp_path / "helpers").mkdir()
    (tmp_path / "apps" / "desk.py").write_text(_PROGRAM)
    (tmp_path / "helpers" / "desk.py").write_text(_HELPERS)
    return tmp_path


def test_the_folder_that_it_is_started_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert cli.main(["fix", "--unsafe-fixes", "apps"]) == 0
    assert '"title": {"type": "string"' in (folder / "apps" / "desk.py").read_text()


def test_the_folder_that_the_package_lies_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "apps" / "__init__.py").touch()
    monkeypatch.chdir(folder / "helpers")

    assert cli.main(["fix", "--unsafe-fixes", str(folder / "apps")]) == 0
    assert '"title": {"type": "string"' in (folder / "apps" / "desk.py").read_text()


def test_a_home_folder_is_no_project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))

    assert cli.main(["fix", "--unsafe-fixes", "apps"]) == 0
    assert "*map(function_tool, " in (folder / "apps" / "desk.py").read_text()
