"""What a pytest fixture gives is what tests and fixtures have by its name."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

WHOLE = """import pytest
from openai import OpenAI


@pytest.fixture{mark}
def {name}():
    return OpenAI()


@pytest.fixture
def thread(client):
    made = client.beta.threads.create()
    yield made
    client.beta.threads.delete(made.id)


def {test}(client, thread):
    assert client.beta.threads.retrieve(thread.id)
"""


@pytest.mark.parametrize(
    ("mark", "name"),
    [("", "client"), ("()", "client"), ('(scope="module", name="client")', "made_client")],
)
def test_a_parameter_holds_what_the_fixture_of_its_name_gives(mark: str, name: str) -> None:
    text = fix_all(WHOLE.format(mark=mark, name=name, test="test_thread"))
    assert "beta" not in text
    assert "yield made" in text or "yield conversation" in text
    assert "client.conversations.retrieve(thread.id)" in text


def test_an_agent_of_a_fixture_follows_the_client_of_another() -> None:
    before = """import os

import pytest
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential


@pytest.fixture
def service():
    return AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


@pytest.fixture
def helper(service):
    agent = service.create_agent(model="gpt-4o", name="helper", instructions="Help.")
    yield agent
    service.delete_agent(agent.id)


def test_helper(service, helper):
    thread = service.threads.create()
    run = service.runs.create_and_process(thread_id=thread.id, agent_id=helper.id)
    assert run.status == "completed"
"""
    text = fix_all(before)
    assert "service.agents.create_version(" in text
    assert "service.agents.delete_version(" in text
    assert '"name": helper.name' in text
