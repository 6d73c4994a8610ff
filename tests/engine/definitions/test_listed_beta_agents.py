"""A listing that was a page of one version of the SDK and a pager of another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from datetime import date

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

source = '''
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient.from_connection_string(
    conn_str="hub.example.com;a;b;c", credential=DefaultAzureCredential()
)
for agent in client.agents.list_agents().data:
    print(agent.id)
'''
sys.stdout.write(
    apply_edits(source, analyse(source, today=date(2026, 11, 22)).fix_all(unsafe=True))
)
"""


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_the_items_are_those_of_the_list_whatever_order_the_sets_have(seed: str) -> None:
    rules = Path(__file__).parents[2] / "rules"
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(rules), "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert 'for agent in list(client.agents.list(kind="prompt")):' in ran.stdout
