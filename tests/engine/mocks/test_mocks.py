"""Tests with mocked clients: what they say of legacy methods is told, and never rewritten."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

PATCHED = """from unittest.mock import MagicMock, patch


@patch("app.assistant.OpenAI")
def test_thread(openai_class):
    client = openai_class.return_value
    client.beta.threads.create.return_value = MagicMock(id="thread_1")
    client.beta.threads.messages.create.assert_not_called()
"""

SOMETHING_ELSE = PATCHED.replace("app.assistant.OpenAI", "app.graph.LangGraph").replace(
    "openai_class", "graph_class"
)

FIXTURE = """import pytest
from unittest.mock import MagicMock


@pytest.fixture
def mock_openai_client():
    client = MagicMock()
    client.beta.threads.runs.create.return_value = MagicMock(id="run_1")
    return client
"""

AZURE = """from unittest.mock import MagicMock, patch


@patch("app.factory.AIProjectClient")
def test_agent(client_class):
    client_class.return_value.agents.create_agent.assert_called_once()
"""


def test_mocks_of_a_patched_client_are_found() -> None:
    assert {line for line, _ in blockers(PATCHED)} == {7, 8}
    assert fix_all(PATCHED) == PATCHED


def test_mocks_of_something_else_are_not() -> None:
    assert not look(SOMETHING_ELSE).findings


def test_mocks_whose_names_say_what_they_stand_for() -> None:
    assert {line for line, _ in blockers(FIXTURE)} == {8}
    assert {line for line, _ in blockers(AZURE)} == {6}
    assert fix_all(FIXTURE) == FIXTURE
    assert fix_all(AZURE) == AZURE


REPLACED = """from unittest.mock import AsyncMock, MagicMock


def fake_client():
    client = MagicMock()
    client.beta.threads.create = AsyncMock(return_value=MagicMock(id="thread_1"))
    client.beta.threads.runs.create = AsyncMock()
    client.beta.threads.messages.list = AsyncMock()
    return client
"""


def test_methods_that_a_test_replaces() -> None:
    assert {line for line, _ in blockers(REPLACED)} == {6, 7, 8}
    assert fix_all(REPLACED) == REPLACED


PATH = """from unittest.mock import patch

import app


@patch("{}")
def test_it(mocked):
    app.ask()
"""


def test_methods_that_a_test_names_by_their_path() -> None:
    for path in ("app.client.beta.threads.create", "app.main.ai.beta.threads.runs.create_and_poll"):
        assert [line for line, _ in blockers(PATH.format(path))] == [6]


def test_other_paths_say_nothing() -> None:
    for path in (
        "app.client.beta.spools.create",
        "app.beta.threads",
        "app.beta",
        "app.client.chat",
    ):
        assert not look(PATH.format(path)).findings
