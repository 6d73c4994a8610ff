"""OpenAI clients whose calls all go to Foundry: the project's clients take their place."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

HEAD = """from openai import AzureOpenAI
"""
NEW_HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
"""
MIXED_HEAD = NEW_HEAD + HEAD
MADE = """
client = AzureOpenAI(api_version="2024-05-01-preview", azure_endpoint="e")  # the old one
"""
NEW = """
# the old one
project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()
"""
BESIDE = NEW.replace("# the old one\n", MADE[1:])
USES = """

def start() -> str:
    return client.beta.threads.create().id


def drop(thread_id: str) -> None:
    client.beta.threads.delete(thread_id)
"""
NEW_USES = """

def start() -> str:
    return openai_client.conversations.create().id


def drop(thread_id: str) -> None:
    openai_client.conversations.delete(thread_id)
"""

REST = {
    "another call": """

def chat() -> object:
    return client.chat.completions.create(model="gpt-4.1", messages=[])
""",
    "passed on": """

print(client)
""",
    "read elsewhere": """

def close() -> None:
    client.close()
""",
    "exported": """
__all__ = ["client"]
""",
}

PROGRAMS = {
    "of a function": (
        HEAD
        + """

def main() -> None:
    client = AzureOpenAI(
        # the preview
        api_version="2024-05-01-preview",
        azure_endpoint="e",
    )

    thread = client.beta.threads.create()
    print(thread.id)
""",
        NEW_HEAD
        + """

def main() -> None:
    # the preview
    project_client = AIProjectClient(
        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
        credential=DefaultAzureCredential(),
    )
    openai_client = project_client.get_openai_client()

    conversation = openai_client.conversations.create()
    print(conversation.id)
""",
    ),
    "of a class": (
        HEAD
        + """

class Bot:
    def __init__(self) -> None:
        self._client = AzureOpenAI(azure_endpoint="e")
        self.name = "bot"

    def start(self) -> str:
        return self._client.beta.threads.create().id
""",
        NEW_HEAD
        + """

class Bot:
    def __init__(self) -> None:
        self.project_client = AIProjectClient(
            endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
            credential=DefaultAzureCredential(),
        )
        self.openai_client = self.project_client.get_openai_client()
        self.name = "bot"

    def start(self) -> str:
        return self.openai_client.conversations.create().id
""",
    ),
    "of a class, for all to read": (
        HEAD
        + """

class Bot:
    def __init__(self) -> None:
        self.client = AzureOpenAI(azure_endpoint="e")

    def start(self) -> str:
        return self.client.beta.threads.create().id
""",
        MIXED_HEAD
        + """

class Bot:
    def __init__(self) -> None:
        self.client = AzureOpenAI(azure_endpoint="e")
        self.project_client = AIProjectClient(
            endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
            credential=DefaultAzureCredential(),
        )
        self.openai_client = self.project_client.get_openai_client()

    def start(self) -> str:
        return self.openai_client.conversations.create().id
""",
    ),
    "with a name for a part of it": (
        HEAD
        + """
client = AzureOpenAI(azure_endpoint="e")
threads = client.beta.threads
print(threads.create().id)
""",
        NEW_HEAD
        + """
project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()
print(openai_client.conversations.create().id)
""",
    ),
    "made in one of two ways": (
        HEAD
        + """from clients import given

client = given or AzureOpenAI(azure_endpoint="e")
print(client.beta.threads.create().id)
""",
        MIXED_HEAD.replace(
            "import AzureOpenAI\n", "import AzureOpenAI\nfrom clients import given\n"
        )
        + """
client = given or AzureOpenAI(azure_endpoint="e")
project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()
print(openai_client.conversations.create().id)
""",
    ),
}


def test_client_of_a_module_goes_with_the_last_call_through_it() -> None:
    becomes(HEAD + MADE + USES, NEW_HEAD + NEW + NEW_USES)


@pytest.mark.parametrize("name", REST)
def test_client_stays_for_what_else_uses_it(name: str) -> None:
    rest = REST[name]

    becomes(HEAD + MADE + USES + rest, MIXED_HEAD + BESIDE + NEW_USES + rest)


@pytest.mark.parametrize("name", PROGRAMS)
def test_client(name: str) -> None:
    becomes(*PROGRAMS[name])
