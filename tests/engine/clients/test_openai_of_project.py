"""The Azure OpenAI client that the betas handed out is the project's own OpenAI client."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

_SYNC = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

with AIProjectClient(endpoint="https://a/api/projects/b", credential=DefaultAzureCredential()) as project:
    client = project.inference.get_azure_openai_client({given})  # for chats
    print(client.chat.completions.create(model="small", messages=[]))
"""  # noqa: E501 - as wide as people write


def test_it_is_the_project_s() -> None:
    source = _SYNC.format(given='api_version="2024-06-01"')
    becomes(
        source,
        _SYNC.format(given="").replace("inference.get_azure_", "get_"),
    )
    assert any("signs in with Entra ID" in note for note in notes(source))


def test_it_is_not_awaited_any_more() -> None:
    source = """from azure.ai.projects.aio import AIProjectClient
from azure.identity.aio import DefaultAzureCredential


async def ask(project: AIProjectClient, text):
    async with await project.inference.get_azure_openai_client(api_version="2024-06-01") as client:
        return await client.chat.completions.create(model="small", messages=text)
"""
    becomes(
        source,
        source.replace("await project", "project").replace(
            'inference.get_azure_openai_client(api_version="2024-06-01")', "get_openai_client()"
        ),
    )


def test_another_connection() -> None:
    found = blockers(_SYNC.format(given='connection_name="other"'))
    assert [line for line, words in found if "not of a connection" in words] == [5]


def test_assistants_through_it() -> None:
    found = blockers(_SYNC.format(given="") + "    print(client.beta.assistants.list())\n")
    assert [line for line, words in found if "through this client" in words] == [5]
