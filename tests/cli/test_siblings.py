"""Programs beside each other that import the same library are not one program."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

LIBRARY = """def today() -> str:
    return "Monday"


user_functions = {today}
"""
PROGRAM = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential
from library import user_functions

client = AgentsClient("https://x.services.ai.azure.com/api/projects/p", DefaultAzureCredential())
tools = ToolSet()
tools.add(FunctionTool(user_functions))
client.enable_auto_function_calls(tools)
agent = client.create_agent(model="gpt-4.1", name="helper", toolset=tools)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="Which day is it?")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "library.py").write_text(LIBRARY)
    return tmp_path


def test_each_is_migrated_as_if_it_were_alone(folder: Path) -> None:
    (folder / "alone.py").write_text(PROGRAM)
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    alone = (folder / "alone.py").read_text()
    assert "AgentsClient" not in alone

    for name in ("one.py", "other.py"):  # both name their agent alike
        (folder / name).write_text(PROGRAM)
    (folder / "blocked.py").write_text(PROGRAM + "print(client.threads.list().next())\n")
    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert (folder / "one.py").read_text() == alone
    assert (folder / "other.py").read_text() == alone
    assert "AgentsClient" in (folder / "blocked.py").read_text()
    assert (folder / "library.py").read_text() == LIBRARY
