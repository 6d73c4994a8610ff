"""The project's OpenAI client in a ``with`` statement that enters the project client."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

"""
NEW_HEAD = HEAD.replace(
    "azure.ai.agents import AgentsClient", "azure.ai.projects import AIProjectClient"
)
BODY = """    print(client.threads.create().id)
"""
NEW_BODY = """    print(openai_client.conversations.create().id)
"""

STATEMENTS = {
    "one item a line": (
        """with (
    DefaultAzureCredential() as credential,
    AgentsClient(os.environ["ENDPOINT"], credential) as client,
):
""",
        """with (
    DefaultAzureCredential() as credential,
    AIProjectClient(os.environ["ENDPOINT"], credential) as client,
    client.get_openai_client() as openai_client,
):
""",
    ),
    "a comment, and no comma": (
        """with (
    DefaultAzureCredential() as credential,
    AgentsClient(os.environ["ENDPOINT"], credential) as client  # the agents
    # that is all
):
""",
        """with (
    DefaultAzureCredential() as credential,
    AIProjectClient(os.environ["ENDPOINT"], credential) as client,  # the agents
    client.get_openai_client() as openai_client,
    # that is all
):
""",
    ),
    "the parenthesis closes behind the last item": (
        """with (DefaultAzureCredential() as credential,
      AgentsClient(os.environ["ENDPOINT"], credential) as client):
""",
        """with (DefaultAzureCredential() as credential,
      AIProjectClient(os.environ["ENDPOINT"], credential) as client,
      client.get_openai_client() as openai_client):
""",
    ),
    "one line that has room": (
        """with (AgentsClient("e", C) as client):
""",
        """with (AIProjectClient("e", C) as client, client.get_openai_client() as openai_client):
""",
    ),
    "one line that would be too long": (
        """with (DefaultAzureCredential() as credential, AgentsClient("e", credential) as client):
""",
        """with (
    DefaultAzureCredential() as credential,
    AIProjectClient("e", credential) as client,
    client.get_openai_client() as openai_client,
):
""",
    ),
    "parentheses that belong to single items": (
        """with (DefaultAzureCredential()) as c, (AgentsClient("endpoint", c)) as client:
""",
        """with (DefaultAzureCredential()) as c, (AIProjectClient("endpoint", c)) as client:
    openai_client = client.get_openai_client()
""",
    ),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_statement(name: str) -> None:
    before, after = STATEMENTS[name]

    becomes(HEAD + before + BODY, NEW_HEAD + after + NEW_BODY)


def test_body_on_the_same_line() -> None:
    becomes(
        f'{HEAD}with AgentsClient("e", C) as client: print(client.threads.create().id)\n',
        f'{NEW_HEAD}with AIProjectClient("e", C) as client, '
        "client.get_openai_client() as openai_client: "
        "print(openai_client.conversations.create().id)\n",
    )
