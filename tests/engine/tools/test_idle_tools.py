"""Tools that are made and never used come along in their new classes."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers

_HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
"""
_OLD = "from azure.ai.agents.models import FabricTool\n"
_NEW = """from azure.ai.projects.models import (
    FabricDataAgentToolParameters,
    MicrosoftFabricPreviewTool,
    ToolProjectConnection,
)
"""
_CLIENT = """
client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
_TOOL = 'fabric = FabricTool(connection_id=os.environ["F"])\n'


def _program(imports: str, code: str) -> str:
    first, second, third, fourth, *_ = _HEAD.splitlines(keepends=True)
    early, late = ("", imports) if imports is _NEW else (imports, "")
    return first + second + early + third + late + fourth + _CLIENT + code


def test_a_tool_that_nothing_uses() -> None:
    before = _program(_OLD, _TOOL + 'client.agents.delete_agent(os.environ["A"])\n')
    tool = """fabric = MicrosoftFabricPreviewTool(
    fabric_dataagent_preview=FabricDataAgentToolParameters(
        project_connections=[
            ToolProjectConnection(project_connection_id=os.environ["F"])
        ]
    )
)
"""
    after = _program(_NEW, tool + 'client.agents.delete(agent_name=os.environ["A"])\n')
    becomes(before, after)


def test_it_waits_for_the_client_of_its_project() -> None:
    creation = "agent = client.agents.create_agent(model='m', name='a', tools=others())\n"
    found = blockers(_program(_OLD, _TOOL + creation))
    assert any(message.startswith("`create_agent` at line 9") for _, message in found)


def test_a_tool_that_is_handed_on_is_not_idle() -> None:
    before = _program(_OLD, _TOOL + "keep(fabric)\n")
    assert {line for line, _ in blockers(before)} == {8}
