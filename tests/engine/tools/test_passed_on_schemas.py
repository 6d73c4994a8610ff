"""Function tools of Foundry whose schemas are made elsewhere, also in a comprehension."""

from __future__ import annotations

from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential
from desk import ALL, shape

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
_MADE = 'agent = client.create_agent(model="m", name="desk", tools=tools)\nprint(agent.id)\n'


def test_tools_of_a_comprehension() -> None:
    source = _HEAD + (
        'tools = [{"type": "function", "function": shape(one)} for one in ALL if one]\n' + _MADE
    )
    after = fix_all(source)
    assert "tools: list[Tool] = [\n    FunctionTool(" in after
    assert '{"type": "function", "strict": False, **shape(one)}' in after
    assert ")\n    for one in ALL\n    if one\n]" in after
    assert "tools=tools" in after
    note = "a function's schema from elsewhere is taken as it is: a dictionary with its fields"
    assert note in notes(source)


def test_a_schema_that_is_read_elsewhere_too() -> None:
    after = fix_all(
        _HEAD
        + 'look = {"name": "look", "parameters": {"type": "object", "properties": {}}}\n'
        + 'tools = [{"type": "function", "function": look}]\nprint(look["name"])\n'
        + _MADE
    )
    assert '{"type": "function", "strict": False, **look}' in after
    assert 'look = {"name": "look", "parameters": {' in after


def test_a_comprehension_that_is_used_for_something_else() -> None:
    source = _HEAD + (
        'tools = [{"type": "function", "function": shape(one)} for one in ALL]\nprint(tools)\n'
        + _MADE
    )
    assert "the list of tools is not given in place" in {m for _, m in blockers(source)}
