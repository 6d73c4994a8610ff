"""The ``agents`` of a project client under names of their own: they become the project client."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""


def test_a_parameter() -> None:
    before = (
        HEAD
        + """

def start(client):
    return client.threads.create()


def say(client, thread_id, text):
    client.messages.create(thread_id=thread_id, role="user", content=text)


agents = project.agents
thread = start(agents)
say(agents, thread_id=thread.id, text="hi")
"""
    )
    after = (
        HEAD
        + """

def start(client):
    openai_client = client.get_openai_client()
    return openai_client.conversations.create()


def say(client, thread_id, text):
    openai_client = client.get_openai_client()
    openai_client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": text}],
    )


agents = project
thread = start(agents)
say(agents, thread_id=thread.id, text="hi")
"""
    )
    becomes(before, after)
    assert "what held `project.agents` holds the project's client now" in notes(before)


def test_an_attribute_whose_client_is_local() -> None:
    head = HEAD.partition("\nproject =")[0]
    before = (
        head
        + """

class Bot:
    def __init__(self):
        project = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        self.agents = project.agents

    def start(self):
        return self.agents.threads.create().id
"""
    )
    after = (
        head
        + """

class Bot:
    def __init__(self):
        project = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        self.agents = project
        self.openai_client = self.agents.get_openai_client()

    def start(self):
        return self.openai_client.conversations.create().id
"""
    )
    becomes(before, after)


def test_an_attribute_that_is_none_at_first() -> None:
    before = (
        HEAD
        + """

class Bot:
    def __init__(self):
        self.project = None
        self.agents = None

    def connect(self):
        self.project = project
        self.agents = self.project.agents

    def start(self):
        if self.agents is None:
            self.connect()
        return self.agents.threads.create().id
"""
    )
    after = before.replace(
        "        self.project = project\n",
        "        self.project = project\n"
        "        self.openai_client = self.project.get_openai_client()\n",
    ).replace("self.agents.threads.create()", "self.openai_client.conversations.create()")
    becomes(before, after)


def test_one_of_several_results() -> None:
    before = (
        HEAD
        + """

def clients():
    return project, project.agents


_, agents = clients()
agents.delete_agent(os.environ["AGENT"])
"""
    )
    after = (
        HEAD
        + """

def clients():
    return project, project


_, agents = clients()
agents.agents.delete(agent_name=os.environ["AGENT"])
"""
    )
    becomes(before, after)


def test_what_goes_out_of_view() -> None:
    source = (
        HEAD
        + """
from elsewhere import register


def start(client):
    return client.threads.create()


agents = project.agents
register(agents)
start(agents)
"""
    )
    assert [m for _, m in blockers(source)] == [
        (
            "the `agents` of a project go where it is not in view what is done with them: "
            "hand on the project's client instead"
        )
    ]


def test_callers_out_of_view() -> None:
    source = (
        HEAD
        + """

def start(client=None):
    client = client or project.agents
    return client.threads.create()
"""
    )
    (message,) = [m for _, m in blockers(source)]
    assert message.startswith("callers in other files give the `agents` of a project")


ANNOTATED = """from typing import Optional

from azure.ai.agents import AgentsClient
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def start(client: AgentsClient) -> str:
    return client.threads.create().id


class Bot:
    def __init__(self) -> None:
        self.agents: "Optional[AgentsClient]" = None

    def connect(self) -> None:
        self.agents = project.agents
        print(start(self.agents))


project = AIProjectClient("https://x/api/projects/p", DefaultAzureCredential())
Bot().connect()
print(start({}))
"""


def test_what_is_annotated_as_a_client_of_its_own() -> None:
    before = ANNOTATED.replace('"Optional[AgentsClient]"', "Optional[AgentsClient]")
    after = (
        before.replace("from azure.ai.agents import AgentsClient\n", "")
        .replace("AgentsClient", "AIProjectClient")
        .replace(
            "    return client.threads.create().id",
            "    openai_client = client.get_openai_client()\n"
            "    return openai_client.conversations.create().id",
        )
    )
    becomes(before.format("project.agents"), after.format("project").replace(".agents\n", "\n"))


def test_two_sorts_of_clients() -> None:
    made = 'AgentsClient("https://x/api/projects/p", DefaultAzureCredential())'
    messages = {m for _, m in blockers(ANNOTATED.format(made))}
    reason = "some callers give the `agents` of a project and others another client"
    assert any(m.startswith(reason) for m in messages)


def test_every_old_method_of_a_client_from_elsewhere_is_found() -> None:
    source = """from azure.ai.agents.models import MessageRole
from clients import project


def last(thread_id):
    project.agents.messages.create(thread_id=thread_id, role="user", content="hi")
    project.agents.vector_stores.modify("v", name="n")
    project.agents.update_thread(thread_id, metadata={})
    project.agents.create_version(agent_name="a", definition={})
    return project.agents.messages.get_last_message_text_by_role(thread_id, MessageRole.AGENT)
"""
    lines = {source.count("\n", 0, f.span.start) + 1 for f in look(source).findings}
    assert lines == {1, 6, 7, 8, 10}


def test_a_client_of_another_file_in_two_functions() -> None:
    before = """from clients import project


def say(thread_id):
    project.agents.messages.create(thread_id=thread_id, role="user", content="hi")


def forget(thread_id):
    project.agents.threads.delete(thread_id)
"""
    after = fix_all("import azure.ai.agents\n" + before)
    assert after.count(" = project.get_openai_client()\n") == 2
