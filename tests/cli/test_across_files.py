"""Clients that other files of a project make and give."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

Capture = pytest.CaptureFixture[str]

CONFIG = """from functools import lru_cache

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


@lru_cache
def get_project() -> AIProjectClient:
    return AIProjectClient("https://x/api/projects/p", DefaultAzureCredential())


def get_agents():
    return get_project().agents


project = get_project()
agents = project.agents
"""
GIVEN = "another file gives the `agents` of a project here"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "config.py").write_text(CONFIG)
    return tmp_path


@pytest.mark.parametrize("client", ["get_project()", "project"])
def test_clients_are_known(folder: Path, client: str) -> None:
    name = client.removesuffix("()")
    app = folder / "app.py"
    app.write_text(f"from config import {name}\n\nprint({client}.agents.threads.create().id)\n")

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert f"openai_client = {client}.get_openai_client()\n" in app.read_text()


@pytest.mark.parametrize("agents", ["get_agents()", "agents"])
def test_agents_of_another_file(folder: Path, capsys: Capture, agents: str) -> None:
    name = agents.removesuffix("()")
    text = f"from config import {name}\n\nprint({agents}.threads.create().id)\n"
    (folder / "app.py").write_text(text)

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert GIVEN in capsys.readouterr().out
    assert (folder / "app.py").read_text() == text


@pytest.mark.parametrize(
    "hands", ["print(show(project.agents))", "found = project.agents\nshow(client=found)"]
)
def test_agents_for_another_file(folder: Path, hands: str) -> None:
    (folder / "show.py").write_text(
        "from shown import shown\n\n\ndef show(client):\n    return shown(client)\n"
    )
    text = (
        "from config import project\nfrom show import show\n\n"
        f"print(project.agents.threads.create().id)\n{hands}\n"
    )
    (folder / "app.py").write_text(text)

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert (folder / "app.py").read_text() == text


def test_a_name_that_another_file_takes(folder: Path) -> None:
    text = CONFIG + "\nprint(agents.threads.create().id, get_agents().threads.create().id)\n"
    (folder / "config.py").write_text(text)
    (folder / "app.py").write_text("from config import get_agents\n\nprint(get_agents())\n")

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert (folder / "config.py").read_text() == text


def test_the_pin_waits_for_all_files(folder: Path, capsys: Capture) -> None:
    (folder / "requirements.txt").write_text("azure-ai-projects==1.0.0\n")
    (folder / "new.py").write_text(
        "from azure.ai.projects import AIProjectClient\nfrom azure.identity import "
        "DefaultAzureCredential\n\n"
        'project = AIProjectClient("https://x/api/projects/p", DefaultAzureCredential())\n'
        'print(project.agents.create_agent(model="m", name="n", instructions="i").id)\n'
    )
    (folder / "old.py").write_text(
        "from config import get_agents\n\nprint(get_agents().threads.create().id)\n"
    )

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    told = (
        "`old.py` still needs it, and `new.py` is for version 2: both cannot be installed together"
    )
    assert told in capsys.readouterr().out
    assert (folder / "requirements.txt").read_text() == "azure-ai-projects==1.0.0\n"


def test_an_openai_without_conversations(folder: Path) -> None:
    (folder / "requirements.txt").write_text("openai==1.51.0\n")
    (folder / "app.py").write_text(
        "from openai import OpenAI\n\n"
        "client = OpenAI()\nthread = client.beta.threads.create()\n"
        'client.beta.threads.messages.create(thread.id, role="user", content="Hi")\n'
    )
    (folder / "config.py").unlink()

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "client.conversations.items.create(" in (folder / "app.py").read_text()
    assert (folder / "requirements.txt").read_text() == "openai==2.54.0\n"


def test_evaluations_of_threads_and_runs(folder: Path, capsys: Capture) -> None:
    text = (
        "from azure.ai.evaluation import AIAgentConverter\nfrom config import project\n\n"
        "thread = project.agents.threads.create()\n"
        "print(AIAgentConverter(project).prepare_evaluation_data(thread_ids=thread.id))\n"
    )
    (folder / "app.py").write_text(text)

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert "`AIAgentConverter` reads threads and runs" in capsys.readouterr().out
    assert (folder / "app.py").read_text() == text
