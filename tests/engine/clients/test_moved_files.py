"""Files and vector stores of clients of Azure OpenAI, whose agents go to a project."""

from __future__ import annotations

from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

BEFORE = """\
from openai import AzureOpenAI

client = AzureOpenAI()


def upload(path):
    with open(path, "rb") as file:
        return client.files.create(file=file, purpose="assistants").id


def begin():
    return client.beta.threads.create().id


def make(path):
    client.beta.assistants.create(
        model="gpt-4.1",
        name="poet",
        tools=[{"type": "code_interpreter"}],
        tool_resources={"code_interpreter": {"file_ids": [upload(path)]}},
    )


def clear(file_id):
    client.files.delete(file_id)
"""
AFTER = """\
import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    PromptAgentDefinition,
)
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()


def upload(path):
    with open(path, "rb") as file:
        return openai_client.files.create(file=file, purpose="assistants").id


def begin():
    return openai_client.conversations.create().id


def make(path):
    project_client.agents.create_version(
        agent_name="poet",
        definition=PromptAgentDefinition(
            model="gpt-4.1",
            tools=[
                CodeInterpreterTool(
                    container=AutoCodeInterpreterToolParam(file_ids=[upload(path)])
                )
            ],
        ),
    )


def clear(file_id):
    openai_client.files.delete(file_id)
"""


def test_files_for_agents_go_to_the_project() -> None:
    becomes(BEFORE, AFTER)


def test_a_client_behind_a_function() -> None:
    becomes(
        """\
from openai import AzureOpenAI


def connect():
    return AzureOpenAI()


def upload(path):
    with open(path, "rb") as file:
        return connect().files.create(file=file, purpose="assistants").id


def begin():
    return connect().beta.threads.create().id
""",
        """\
import os
from functools import cache

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai import AzureOpenAI


@cache
def foundry_project() -> AIProjectClient:
    \"\"\"The Foundry project that agents, conversations and responses belong to.\"\"\"
    return AIProjectClient(
        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
        credential=DefaultAzureCredential(),
    )


def connect():
    return AzureOpenAI()


def upload(path):
    with open(path, "rb") as file:
        return (
            foundry_project()
            .get_openai_client()
            .files.create(file=file, purpose="assistants")
            .id
        )


def begin():
    openai_client = foundry_project().get_openai_client()
    return openai_client.conversations.create().id
""",
    )


def test_files_for_batches_stay() -> None:
    before = BEFORE + '\n\nbatch = client.files.create(file=open("a", "rb"), purpose="batch")\n'
    assert any(note.startswith("files that are not for agents") for note in notes(before))


def test_files_stay_beside_what_cannot_be_migrated() -> None:
    before = BEFORE.replace('name="poet",', 'name="poet", wrong=1,')
    becomes(
        before,
        before.replace(
            "from openai",
            "import os\n\nfrom azure.ai.projects import AIProjectClient\n"
            "from azure.identity import DefaultAzureCredential\nfrom openai",
        )
        .replace(
            "client = AzureOpenAI()\n",
            "client = AzureOpenAI()\nproject_client = AIProjectClient(\n"
            '    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], '
            "credential=DefaultAzureCredential()\n)\n"
            "openai_client = project_client.get_openai_client()\n",
        )
        .replace("client.beta.threads.create()", "openai_client.conversations.create()"),
    )


_SEARCHED = """\
from openai import AzureOpenAI

client = AzureOpenAI()
store = client.vector_stores.create(name="notes")
client.vector_stores.file_batches.upload_and_poll(vector_store_id=store.id, files=[])
client.vector_stores.files.create(vector_store_id=store.id, file_id="file_1")
client.beta.assistants.create(
    model="gpt-4.1",
    name="poet",
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": [store.id]}},
)
"""


def test_batches_of_files_go_where_their_store_goes() -> None:
    after = fix_all(_SEARCHED)
    assert after.count("openai_client.vector_stores.") == 3
    assert "AzureOpenAI" not in after


def test_files_that_stay_for_now_are_told_of() -> None:
    old = 'client.beta.threads.messages.update("m", thread_id="t", metadata={})\n'
    told = "until then the project's agents do not see those that are made here"
    assert any(told in note for note in notes(_SEARCHED + old))
    assert not any(told in note for note in notes(_SEARCHED))
