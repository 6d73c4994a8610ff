"""An agent that is made at every start piles up versions, which is said at the call."""

from __future__ import annotations

import pytest
from tests.rules.fixing import look

from unspool_rules.engine.definitions.starts import PILES_UP
from unspool_rules.model import Target, TargetService

HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
MAKE = 'client.create_agent(model="m", name="helper", instructions="i")'
AT_START = {
    "module": f"agent = {MAKE}\n",
    "main": f'def main():\n    agent = {MAKE}\n\n\nif __name__ == "__main__":\n    main()\n',
    "under the main guard": f'if __name__ == "__main__":\n    agent = {MAKE}\n',
    "request": f"@app.post('/ask')\ndef ask(text):\n    agent = {MAKE}\n    return agent.id\n",
    "kept in the process": (
        "class Helper:\n    agent = None\n\n    def made(self):\n"
        f"        if self.agent is None:\n            self.agent = {MAKE}\n"
        "        return self.agent\n"
    ),
}
NOT_AT_START = {
    "looked up": (
        "agent = next((a for a in client.list_agents() if a.name == 'helper'), None)\n"
        f"if agent is None:\n    agent = {MAKE}\n"
    ),
    "got": (
        "try:\n    agent = client.get_agent(os.environ['AGENT_ID'])\n"
        f"except Exception:\n    agent = {MAKE}\n"
    ),
    "asked for": f"if os.environ.get('SETUP'):\n    agent = {MAKE}\n",
    "deleted": f"agent = {MAKE}\nclient.delete_agent(agent.id)\n",
}


def _says(source: str) -> bool:
    finding = next(f for f in look(source).findings if f.symbol.endswith("create_agent"))
    return PILES_UP in finding.message


@pytest.mark.parametrize("body", AT_START.values(), ids=AT_START)
def test_it_is_said_where_every_start_makes_one(body: str) -> None:
    assert _says(HEAD + body)


@pytest.mark.parametrize("body", NOT_AT_START.values(), ids=NOT_AT_START)
def test_nothing_is_said_where_something_is_asked_first(body: str) -> None:
    assert not _says(HEAD + body)


def test_a_definition_in_the_code_has_no_versions() -> None:
    source = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="m", name="helper")
"""
    assert PILES_UP not in look(source).findings[0].message
    foundry = look(source, Target(service=TargetService.FOUNDRY))
    assert PILES_UP in foundry.findings[0].message
