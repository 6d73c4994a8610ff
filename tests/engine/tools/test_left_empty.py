"""Tools and resources in attributes that a class only sets to nothing."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

_BEFORE = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())


class Strategy:
    def __init__(self):
        self.tools_list = []
        self.tool_resources = {}

    def make(self):
        return client.create_agent(
            model="gpt-4o", name="base", tools=self.tools_list, tool_resources=self.tool_resources
        )
"""
_LAST = "        return client"


def test_what_is_empty_is_left_to_classes_that_set_it() -> None:
    after = fix_all(_BEFORE)
    assert "tools=self.tools_list)" in after
    assert "tool_resources=" not in after
    assert "`self.tool_resources` is empty in this file" in " ".join(notes(_BEFORE))


@pytest.mark.parametrize(
    "other",
    [
        '        self.tool_resources["file_search"] = {}\n',
        '        self.tool_resources = {"file_search": {}}\n',
        "        fill(self.tool_resources)\n",
    ],
)
def test_what_something_fills_is_not(other: str) -> None:
    found = blockers(_BEFORE.replace(_LAST, other + _LAST))
    assert any("tool resources that are not given in place" in message for _, message in found)


@pytest.mark.parametrize(
    "derived",
    [
        '    tool_resources = {"file_search": {"vector_store_ids": ["vs_1"]}}\n',
        "    @property\n    def tool_resources(self):\n        return found()\n",
        '    def fill(self):\n        setattr(self, "tool_resources", found())\n',
    ],
)
def test_what_a_derived_class_sets_is_not_lost(derived: str) -> None:
    source = f"{_BEFORE}\n\nclass Searching(Strategy):\n{derived}"
    found = blockers(source)
    assert any("tool resources that are not given in place" in message for _, message in found)
