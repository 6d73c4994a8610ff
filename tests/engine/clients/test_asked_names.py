"""Clients that are asked for their attributes before these are used."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_CLIENT = '(endpoint="https://a", credential=DefaultAzureCredential())\n'
_HEAD = f"""from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient{_CLIENT}"""
_AFTER = f"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient{_CLIENT}openai_client = client.get_openai_client()
"""


def test_what_the_old_client_has_is_there() -> None:
    before = """thread = None
if hasattr(client, "threads") and hasattr(client.threads, "create"):
    thread = client.threads.create()
print(thread)
"""
    after = """conversation = None
if True and True:
    conversation = openai_client.conversations.create()
print(conversation)
"""
    becomes(_HEAD + before, _AFTER + after)
    assert any("it is so always now" in note for note in notes(_HEAD + before))


def test_what_only_the_new_client_has_is_asked_anew() -> None:
    source = _HEAD + 'print(client.threads.create() if not hasattr(client, "agents") else None)\n'
    assert any("the old client has no `agents`" in message for _, message in blockers(source))


def test_parts_of_a_client_of_openai() -> None:
    becomes(
        """from openai import OpenAI

client = OpenAI()
if hasattr(client.beta.threads, "create"):
    print(client.beta.threads.create().id)
""",
        """from openai import OpenAI

client = OpenAI()
if True:
    print(client.conversations.create().id)
""",
    )


def test_a_question_whose_answer_decides_nothing_any_more_goes() -> None:
    before = """from azure.ai.agents.models import FunctionTool, ToolSet
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def add(a: int, b: int) -> int:
    return a + b


class Clerk:
    def __init__(self, project: AIProjectClient):
        self.agents = project.agents
        toolset = ToolSet()
        toolset.add(FunctionTool({add}))
        # where the SDK can
        if hasattr(self.agents, "enable_auto_function_calls"):
            self.agents.enable_auto_function_calls(toolset)
        self.agent = self.agents.create_agent(model="m", name="clerk", toolset=toolset)

    def ask(self, thread_id: str) -> str:
        run = self.agents.runs.create_and_process(thread_id=thread_id, agent_id=self.agent.id)
        return run.status
"""
    after = fix_all(before)
    assert "hasattr" not in after
    assert "# where the SDK can\n" in after
    assert "agents.create_version(" in after


def test_agents_of_a_project_of_either_kind() -> None:
    head = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
"""
    before = """if hasattr(project.agents, "create_thread"):
    thread = project.agents.create_thread()
else:
    thread = project.agents.threads.create()
print(thread.id)
"""
    after = """openai_client = project.get_openai_client()
if True:
    conversation = openai_client.conversations.create()
else:
    conversation = openai_client.conversations.create()
print(conversation.id)
"""
    becomes(head + before, head + after)


def test_what_may_be_no_client_is_asked_itself() -> None:
    fake = "class Fake:\n    name = 'none'\n\n\ndef make(real):\n"
    fake += "    return client if real else Fake()\n"
    source = f'{_HEAD}\n\n{fake}\n\none = make(input())\nif hasattr(one, "threads"):\n'
    source += "    one.threads.create()\n"
    assert any("or of another object" in message for _, message in blockers(source))
    assert fix_all(source) == source
