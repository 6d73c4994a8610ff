"""Errors and usage of responses, which azure's runs were declared to have."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

FLOW = """\
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("endpoint", DefaultAzureCredential())
agent = client.create_agent(model="m", name="n", instructions="i")
thread = client.threads.create()
run = client.runs.create_and_process(thread.id, agent_id=agent.id)
"""

READ = {
    "print(run.last_error.message)": ('print(response.error.message if response.error else "")'),
    'print(f"failed: {run.last_error.code}")': (
        "print(f\"failed: {response.error.code if response.error else ''}\")"
    ),
    'text = "failed: " + run.last_error.message': (
        'text = "failed: " + (response.error.message if response.error else "")'
    ),
    'print(run.last_error.get("message"))': (
        'print(response.error.message if response.error else "")'
    ),
    "total = run.usage.total_tokens": (
        "total = response.usage.total_tokens if response.usage else 0"
    ),
    "if run.last_error:\n    print(run.last_error.message)": (
        "if response.error:\n    print(response.error.message)"
    ),
    'text = run.last_error.message if run.last_error else "none"': (
        'text = response.error.message if response.error else "none"'
    ),
    "assert run.last_error is not None\nprint(run.last_error.code)": (
        "assert response.error is not None\nprint(response.error.code)"
    ),
    'late = run.last_error and run.last_error.code == "server_error"': (
        'late = response.error and response.error.code == "server_error"'
    ),
    "error = run.last_error\nif not error:\n    raise SystemExit\nprint(error.message)": (
        "error = response.error\nif not error:\n    raise SystemExit\nprint(error.message)"
    ),
}


@pytest.mark.parametrize("use", READ)
def test_what_may_be_missing(use: str) -> None:
    assert fix_all(FLOW + use + "\n").endswith(f"\n{READ[use]}\n")


def test_numbers_that_may_be_missing_are_told_of() -> None:
    said = "a response that did not end well may have no `usage`: 0 stands for its numbers then"
    assert said in notes(FLOW + "print(run.usage.total_tokens)\n")
    assert said not in notes(FLOW + "if run.usage:\n    print(run.usage.total_tokens)\n")
