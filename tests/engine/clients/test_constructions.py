"""Clients whose constructors take other arguments now, or that are made out of view."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import look

VERSION = "the `api_version` of the old service means nothing to the new one: it is gone"
HUB = (
    "the host and ids of a hub's project are not its endpoint: set `FOUNDRY_PROJECT_ENDPOINT` "
    "to the project's endpoint"
)

PROGRAMS = {
    "a version of the old service": (
        """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(
    endpoint=os.environ["ENDPOINT"],
    credential=DefaultAzureCredential(),  # of the machine
    api_version="2025-05-01",
    logging_enable=True,
)
print(client.threads.create().id)
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["ENDPOINT"],
    credential=DefaultAzureCredential(),  # of the machine
    logging_enable=True,
)
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
        VERSION,
    ),
    "a version that both services know": (
        """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient("endpoint", DefaultAzureCredential(), api_version="v1")
print(client.agents.threads.create().id)
""",
        """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient("endpoint", DefaultAzureCredential(), api_version="v1")
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
        "",
    ),
    "a project of a hub": (
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["HOST"],
    subscription_id=os.environ["SUBSCRIPTION"],
    resource_group_name="rg",
    project_name="p",
    credential=DefaultAzureCredential(),
    user_agent="ours",
)
print(client.agents.create_thread().id)
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
    credential=DefaultAzureCredential(),
    user_agent="ours",
)
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
        HUB,
    ),
    "a project of a hub, by position": (
        """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient("host", "subscription", "group", "project", DefaultAzureCredential())
print(client.agents.create_thread().id)
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
        HUB,
    ),
    "options that are unpacked": (
        """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

from settings import OPTIONS

client = AgentsClient("endpoint", DefaultAzureCredential(), **OPTIONS)
print(client.threads.create().id)
""",
        """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from settings import OPTIONS

client = AIProjectClient("endpoint", DefaultAzureCredential(), **OPTIONS)
openai_client = client.get_openai_client()
print(openai_client.conversations.create().id)
""",
        "whether the new client takes all that `OPTIONS` holds is not known here",
    ),
    "a client that stays keeps its version, the one beside it has the other options": (
        """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("e", DefaultAzureCredential(), api_version="2025-05-01", retry_total=3)
print(client.threads.create().id)
client.update_agent("asst_1", name="other")
""",
        """from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AgentsClient("e", DefaultAzureCredential(), api_version="2025-05-01", retry_total=3)
project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential(), retry_total=3)
openai_client = project_client.get_openai_client()
print(openai_client.conversations.create().id)
client.update_agent("asst_1", name="other")
""",
        VERSION,
    ),
    "clients that are given": (
        """from azure.ai.agents import AgentsClient


class Bot:
    def __init__(self, client: AgentsClient) -> None:
        self.client = client

    def start(self) -> str:
        return self.client.threads.create().id


def forget(client: AgentsClient, name: str) -> None:
    client.delete_agent(name)
""",
        """from azure.ai.projects import AIProjectClient


class Bot:
    def __init__(self, client: AIProjectClient) -> None:
        self.client = client
        self.openai_client = self.client.get_openai_client()

    def start(self) -> str:
        return self.openai_client.conversations.create().id


def forget(client: AIProjectClient, name: str) -> None:
    client.agents.delete(agent_name=name)
""",
        "`self.client` comes from out of view: it has to be an `AIProjectClient` there, too",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_becomes(name: str) -> None:
    before, after, note = PROGRAMS[name]

    becomes(before, after)
    assert not note or note in notes(before)


def test_hub_whose_arguments_are_unpacked() -> None:
    source = """from azure.ai.projects import AIProjectClient

from settings import PROJECT

client = AIProjectClient(project_name="p", **PROJECT)
print(client.agents.create_thread().id)
"""

    assert blockers(source) == [(5, "which project of a hub this is cannot be seen here")]


LONE = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient({0}"https://x", credential=DefaultAzureCredential())
print(project.connections)
"""


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ('subscription_id="s", resource_group_name="r", project_name="p", endpoint=', ["UNS401"]),
        ("endpoint=", []),
    ],
)
def test_a_client_without_a_legacy_call(arguments: str, codes: list[str]) -> None:
    findings = look(LONE.format(arguments)).findings
    assert [f.code for f in findings] == codes
    assert all(f.fix is None and f.blockers for f in findings)


@pytest.mark.parametrize(
    ("made", "parameters", "unread"),
    [
        (
            (
                "AIProjectClient(endpoint=endpoint, subscription_id=subscription, "
                "resource_group_name=group, project_name=name, credential=DefaultAzureCredential())"
            ),
            "endpoint, subscription, group, name",
            "`endpoint`, `subscription`, `group`, `name`",
        ),
        (
            (
                "AIProjectClient.from_connection_string("
                "conn_str=connection, credential=DefaultAzureCredential())"
            ),
            "connection",
            "`connection`",
        ),
    ],
)
def test_parameters_that_nothing_reads_any_more(made: str, parameters: str, unread: str) -> None:
    source = f"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def ask({parameters}):
    client = {made}
    return client.agents.create_thread().id
"""
    said = f"nothing reads these parameters any more: {unread}"
    assert said in notes(source)
    last = parameters.split(", ")[-1]
    shown = source.replace("    client =", f"    print({last})\n    client =")
    assert said not in notes(shown)
