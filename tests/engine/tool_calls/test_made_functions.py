"""Functions that a function of another file makes: their schemas are read from its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

_PROGRAM = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool
from azure.identity import DefaultAzureCredential
from desk import make_ticket

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
ticket = make_ticket("north")
tool = FunctionTool({ticket})
agent = client.create_agent(model="m", name="desk", instructions="i", tools=tool.definitions)
"""
_MADE = '''def make_ticket(office):
    if not office:
        raise ValueError("no office")

    def open_ticket(title: str) -> str:
        """Open a ticket."""
        return office + title

    {ending}
'''


class Beside(NoResolver):
    """Knows one module."""

    def __init__(self, text: str) -> None:
        self.text = text

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return Module(Path("desk.py"), self.text) if name == "desk" else None


def test_the_function_that_is_returned() -> None:
    resolver = Beside(_MADE.format(ending="return open_ticket"))
    analysis = analyse(_PROGRAM, today=date(2026, 11, 22), resolver=resolver)
    after = apply_edits(_PROGRAM, analysis.fix_all(unsafe=True))

    assert 'name="open_ticket"' in after
    assert 'description="Open a ticket."' in after
    assert "FunctionTool({ticket})" not in after


@pytest.mark.parametrize(
    "ending",
    ["return open_ticket if office else None", "return trace(open_ticket)", "pass"],
)
def test_what_is_returned_is_not_certain(ending: str) -> None:
    resolver = Beside(_MADE.format(ending=ending))
    analysis = analyse(_PROGRAM, today=date(2026, 11, 22), resolver=resolver)
    after = apply_edits(_PROGRAM, analysis.fix_all(unsafe=True))

    assert "tools=[*map(function_tool, tool.values())]" in after
