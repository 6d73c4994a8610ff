"""Names for parts of a client: they go with the calls through them."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import look

PROGRAMS = {
    "the agents of a project": (
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
agents = project_client.agents
agent = agents.create_agent(model="gpt-4.1", name="helper")
thread = agents.threads.create()
agents.delete_agent(agent.id)
""",
        """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
openai_client = project_client.get_openai_client()
agent = project_client.agents.create_version(
    agent_name="helper", definition=PromptAgentDefinition(model="gpt-4.1")
)
conversation = openai_client.conversations.create()
project_client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
""",
    ),
    "calls that do not need each other": (
        """from openai import OpenAI

client = OpenAI()
threads = client.beta.threads
thread = threads.create()
print(thread.id)


def drop(thread_id: str) -> None:
    threads.delete(thread_id)


def more(thread_id: str) -> None:
    threads.messages.create(thread_id, role="user", content="hi")
""",
        """from openai import OpenAI

client = OpenAI()
conversation = client.conversations.create()
print(conversation.id)


def drop(thread_id: str) -> None:
    client.conversations.delete(thread_id)


def more(thread_id: str) -> None:
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": "hi"}],
    )
""",
    ),
    "a name for a part of a part, on self": (
        """from openai import OpenAI


class Bot:
    def __init__(self) -> None:
        self.client = OpenAI()
        self._threads = self.client.beta.threads
        self._messages = self._threads.messages

    def start(self) -> str:
        return self._threads.create().id

    def say(self, thread_id: str) -> None:
        self._messages.create(thread_id, role="user", content="hi")
""",
        """from openai import OpenAI


class Bot:
    def __init__(self) -> None:
        self.client = OpenAI()

    def start(self) -> str:
        return self.client.conversations.create().id

    def say(self, thread_id: str) -> None:
        self.client.conversations.items.create(
            conversation_id=thread_id,
            items=[{"type": "message", "role": "user", "content": "hi"}],
        )
""",
    ),
    "names for parts that others may read, on self": (
        """from openai import OpenAI


class Bot:
    def __init__(self) -> None:
        self.client = OpenAI()
        self.beta = self.client.beta
        self.threads = self.client.beta.threads
        self.messages = self.threads.messages

    def start(self) -> str:
        self.rows = self.client.models.list()
        return self.threads.create().id

    def end(self, thread_id: str) -> None:
        self.beta.threads.delete(thread_id)

    def say(self, thread_id: str) -> None:
        self.messages.create(thread_id, role="user", content="hi")
""",
        """from openai import OpenAI


class Bot:
    def __init__(self) -> None:
        self.client = OpenAI()

    def start(self) -> str:
        self.rows = self.client.models.list()
        return self.client.conversations.create().id

    def end(self, thread_id: str) -> None:
        self.client.conversations.delete(thread_id)

    def say(self, thread_id: str) -> None:
        self.client.conversations.items.create(
            conversation_id=thread_id,
            items=[{"type": "message", "role": "user", "content": "hi"}],
        )
""",
    ),
    "a client that the object keeps besides": (
        """from openai import OpenAI


class Bot:
    def __init__(self, client: OpenAI) -> None:
        self.api = client
        self._threads = client.beta.threads

    def start(self) -> str:
        return self._threads.create().id
""",
        """from openai import OpenAI


class Bot:
    def __init__(self, client: OpenAI) -> None:
        self.api = client

    def start(self) -> str:
        return self.api.conversations.create().id
""",
    ),
    "a client that is given, beside another one of the same name": (
        """from openai import OpenAI

client = OpenAI()


class Bot:
    def __init__(self, client: OpenAI) -> None:
        self._threads = client.beta.threads

    def start(self) -> str:
        return self._threads.create().id
""",
        """from openai import OpenAI

client = OpenAI()


class Bot:
    def __init__(self, client: OpenAI) -> None:
        self.openai_client = client

    def start(self) -> str:
        return self.openai_client.conversations.create().id
""",
    ),
    "a client that is made for its part": (
        """from openai import OpenAI


class Bot:
    def __init__(self, key: str) -> None:
        self._threads = OpenAI(api_key=key).beta.threads

    def start(self) -> str:
        return self._threads.create().id

    def end(self, key: str) -> None:
        self._threads.delete(key)
""",
        """from openai import OpenAI


class Bot:
    def __init__(self, key: str) -> None:
        self.client = OpenAI(api_key=key)

    def start(self) -> str:
        return self.client.conversations.create().id

    def end(self, key: str) -> None:
        self.client.conversations.delete(key)
""",
    ),
    "one client or another": (
        """from openai import OpenAI

api = OpenAI()


class Bot:
    def __init__(self, given: OpenAI | None = None) -> None:
        self._beta = (given or api).beta

    def start(self) -> str:
        return self._beta.threads.create().id
""",
        """from openai import OpenAI

api = OpenAI()


class Bot:
    def __init__(self, given: OpenAI | None = None) -> None:
        self.client = given or api

    def start(self) -> str:
        return self.client.conversations.create().id
""",
    ),
}

SHARED = """from openai import OpenAI

client = OpenAI()
threads = client.beta.threads


def drop(thread_id: str) -> None:
    threads.delete(thread_id)


def steps(thread_id: str, run_id: str) -> None:
    threads.runs.list(thread_id)
"""


@pytest.mark.parametrize("name", PROGRAMS)
def test_becomes(name: str) -> None:
    becomes(*PROGRAMS[name])


def test_part_without_a_row_is_reported_as_a_client() -> None:
    source = PROGRAMS["the agents of a project"][0]

    assert look(source).findings[0].code == "UNS401"


def test_name_stays_while_one_call_goes_through_it() -> None:
    becomes(SHARED, SHARED.replace("threads.delete", "client.conversations.delete"))

    assert any("`list` at line 12 goes through it" in message for _, message in blockers(SHARED))


def test_a_method_that_is_kept_under_a_name_may_take_the_id() -> None:
    source = """from openai import OpenAI

client = OpenAI()
create = client.beta.threads.messages.create
thread = client.beta.threads.create()
create(thread.id, role="user", content="Hello")
"""
    said = "line 4 may take this id and cannot be migrated yet: the old service does not know it"
    assert said in notes(source)


def test_the_module_under_other_names() -> None:
    """The module of OpenAI is a client, too, also where an object keeps it."""
    becomes(
        """import openai as ai


class Chats:
    def __init__(self):
        self.client = ai

    def start(self) -> str:
        return self.client.beta.threads.create().id


threads = ai.beta.threads
print(Chats().start(), threads.create().id)
""",
        """import openai as ai


class Chats:
    def __init__(self):
        self.client = ai

    def start(self) -> str:
        return self.client.conversations.create().id


print(Chats().start(), ai.conversations.create().id)
""",
    )


_PUBLIC = PROGRAMS["names for parts that others may read, on self"][0]
_UNSEEN = "`self.threads` may be read where it cannot be seen"


def test_who_reads_a_public_name_elsewhere_is_told() -> None:
    said = "what reads it in other files calls the new methods of the client itself"
    assert f"`self.threads` is gone: {said}" in notes(_PUBLIC)


@pytest.mark.parametrize(
    "more",
    [
        "\n\ndef show(other) -> None:\n    print(other.threads)\n",
        '\n\ndef show(bot: Bot) -> None:\n    print(getattr(bot, "threads"))\n',
        "\n\ndef show(bot: Bot, name: str) -> None:\n    print(getattr(bot, name))\n",
    ],
)
def test_a_public_name_stays_that_something_else_may_read(more: str) -> None:
    assert any(m.startswith(_UNSEEN) for _, m in blockers(_PUBLIC + more))
