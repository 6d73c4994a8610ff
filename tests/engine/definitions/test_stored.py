"""Stored ids and names of the environment: found where they feed a legacy call, nowhere else."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.rules.fixing import look

from unspool_rules.model import Severity, Target, TargetService


def stored(source: str, target: Target | None = None) -> list[tuple[str, Severity]]:
    source = dedent(source)
    return [
        (source[f.span.start : f.span.end].strip("\"'"), f.severity)
        for f in look(source, target).findings
        if f.code == "UNS803"
    ]


def names(source: str, target: Target | None = None) -> list[str]:
    return [name for name, _ in stored(source, target)]


OPENAI = "import os\nfrom openai import AzureOpenAI, OpenAI\nclient = OpenAI()\n"


@pytest.mark.parametrize(
    "line",
    [
        'client.beta.assistants.retrieve("asst_1")',
        'client.beta.assistants.retrieve(assistant_id="asst_1")',
        'ID = "asst_1"\nclient.beta.assistants.retrieve(ID)',
        'def f(i="asst_1"):\n    client.beta.assistants.retrieve(i)',
        'def f(i):\n    client.beta.assistants.retrieve(i)\nf("asst_1")',
        'class C:\n    ID: str = "asst_1"\nclient.beta.assistants.retrieve(C.ID)',
        'client.beta.assistants.retrieve(os.sep or "asst_1")',
    ],
)
def test_literals_that_reach_a_call(line: str) -> None:
    assert stored(f"{OPENAI}{line}\n") == [("asst_1", Severity.WARNING)]


def test_attributes_of_self() -> None:
    source = """\
        from openai import OpenAI

        class Chat:
            def __init__(self, thread_id: str = "thread_1") -> None:
                self.client = OpenAI()
                self.thread_id = thread_id

            def ask(self) -> None:
                self.client.beta.threads.runs.create(self.thread_id, assistant_id="asst_1")
        """

    assert names(source) == ["thread_1", "asst_1"]


@pytest.mark.parametrize(
    "line",
    [
        'print("asst_1")',
        'ID = "asst_1"',
        'client.beta.assistants.retrieve("helper")',
        'client.beta.assistants.create(model="gpt-4.1", name="asst_1")',
        'client.responses.create(conversation="thread_1")',
        'other.beta_assistants.retrieve("asst_1")',
    ],
)
def test_other_literals_are_left_alone(line: str) -> None:
    assert stored(f"{OPENAI}{line}\n") == []


@pytest.mark.parametrize(
    "key",
    ['os.environ["A_ID"]', 'os.getenv("A_ID")', 'os.environ.get("A_ID", "x")', 'getenv("A_ID")'],
)
def test_names_of_the_environment(key: str) -> None:
    source = f"{OPENAI}client.beta.assistants.retrieve({key})\n"

    assert stored(source) == [("A_ID", Severity.INFORMATION)]


def test_what_clients_are_made_of() -> None:
    source = """\
        import os

        from azure.ai.projects import AIProjectClient
        from openai import AzureOpenAI

        azure = AzureOpenAI(
            azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
            api_key=os.environ["AZURE_OPENAI_API_KEY"],
            api_version=os.environ["OPENAI_API_VERSION"],
        )
        azure.beta.threads.create()
        azure.beta.threads.create()
        project = AIProjectClient.from_connection_string(os.environ["CONNECTION"], credential=None)
        project.agents.create_thread()
        """
    found = ["AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "CONNECTION"]

    assert names(source) == found
    assert names(source, Target(service=TargetService.OPENAI)) == ["CONNECTION"]


def test_clients_that_are_not_legacy() -> None:
    source = """\
        import os

        from azure.ai.projects import AIProjectClient
        from openai import AzureOpenAI, OpenAI

        azure = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])
        azure.chat.completions.create(model="gpt-4.1", messages=[])
        plain = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
        plain.beta.threads.create()
        project = AIProjectClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=None)
        project.agents.threads.create()
        """

    assert names(source) == []
