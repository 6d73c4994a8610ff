"""Receivers that resolution follows, and look-alikes that it must not take for ours."""

from __future__ import annotations

from datetime import date

import pytest
from tests.engine.checks import becomes

from unspool_rules.api import analyse
from unspool_rules.model import Certainty

FOUND = {
    "alias of a part": """
from openai import OpenAI
threads = OpenAI().beta.threads
threads.create()
""",
    "import as": """
import openai as o
client = o.OpenAI()
client.beta.threads.create()
""",
    "from import as": """
from azure.ai.agents import AgentsClient as Client
def f(client: Client):
    client.threads.create()
""",
    "on self": """
from openai import OpenAI
class A:
    def __init__(self):
        self.client = OpenAI()
    def f(self):
        self.client.beta.threads.create()
""",
    "on self of a base class": """
from openai import OpenAI
class Base:
    def __init__(self):
        self.client = OpenAI()
class A(Base):
    def f(self):
        self.client.beta.threads.create()
""",
    "parameter of the constructor": """
from openai import OpenAI
class A:
    def __init__(self, client):
        self.client = client
    def f(self):
        self.client.beta.threads.create()
A(OpenAI())
""",
    "annotated parameter": """
from openai import OpenAI
def f(client: "OpenAI"):
    client.beta.threads.create()
""",
    "unannotated parameter through its caller": """
from openai import OpenAI
def g(c):
    f(c)
def f(client):
    client.beta.threads.create()
g(OpenAI())
""",
    "with": """
from azure.ai.agents import AgentsClient
with AgentsClient("e", c) as client:
    client.threads.create()
""",
    "async with": """
from azure.ai.agents.aio import AgentsClient
async def f(c):
    async with AgentsClient("e", c) as client:
        await client.threads.create()
""",
    "a tuple of contexts": """
from azure.ai.projects.aio import AIProjectClient
async def f(cred):
    async with (cred() as c, AIProjectClient("e", c) as client):
        await client.agents.threads.create()
""",
    "a tuple": """
from openai import OpenAI
def make():
    return OpenAI(), 1
client, n = make()
client.beta.threads.create()
""",
    "a factory": """
from openai import OpenAI
def make():
    return OpenAI()
make().beta.threads.create()
""",
    "a factory with a cache": """
from openai import OpenAI
_client = None
def make():
    global _client
    if _client is None:
        _client = OpenAI()
    return _client
make().beta.threads.create()
""",
    "a class attribute": """
from openai import OpenAI
class A:
    client = OpenAI()
    def f(self):
        self.client.beta.threads.create()
    @classmethod
    def g(cls):
        cls.client.beta.threads.create()
""",
    "Optional": """
from typing import Optional
from openai import OpenAI
class A:
    client: Optional[OpenAI] = None
    def f(self):
        self.client.beta.threads.create()
""",
    "a property": """
from openai import OpenAI
class A:
    @property
    def client(self):
        return OpenAI()
    def f(self):
        self.client.beta.threads.create()
""",
    "a module global": """
from openai import OpenAI
client = OpenAI()
def f():
    client.beta.threads.create()
""",
    "a choice": """
import os
from openai import AzureOpenAI, OpenAI
client = AzureOpenAI() if os.getenv("A") else OpenAI()
client.beta.threads.create()
""",
    "something unknown, or ours": """
from openai import OpenAI
def f(given=None):
    client = given or OpenAI()
    client.beta.threads.create()
""",
    "a walrus": """
from openai import OpenAI
if client := OpenAI():
    client.beta.threads.create()
""",
    "an attribute of something unknown": """
from openai import OpenAI
app.state.client = OpenAI()
def f():
    app.state.client.beta.threads.create()
""",
    "the module itself": """
import openai
openai.beta.threads.create()
""",
    "a property of another library": """
from openai import OpenAI
from tools import lazy_property
class Bot:
    @lazy_property()
    def client(self) -> OpenAI:
        return OpenAI()
    def start(self):
        return self.client.beta.threads.create().id
""",
    "options": """
from openai import OpenAI
OpenAI().with_options(timeout=3).beta.threads.create()
""",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_receiver_is_resolved(text: str) -> None:
    findings = analyse(text, today=date(2026, 11, 22)).findings

    calls = [f for f in findings if f.symbol.endswith(".create")]
    assert calls
    assert all(f.certainty is Certainty.RESOLVED for f in calls)


def test_unmistakable_chain_is_probable() -> None:
    text = "import openai\ndef f(c):\n    c.beta.threads.runs.create_and_poll(thread_id='t')\n"

    (finding,) = [f for f in analyse(text, today=date(2026, 11, 22)).findings if f.code == "UNS103"]

    assert finding.certainty is Certainty.PROBABLE
    assert finding.message.startswith("this looks like")


_CALLS = """client.beta.threads.create()
client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a")
"""


@pytest.mark.parametrize(
    "above", ["from config import *", "from config import client", "client = make_client()"]
)
def test_runs_of_beta_threads_need_no_word_of_openai(above: str) -> None:
    found = analyse(f"{above}\n{_CALLS}", today=date(2026, 11, 22)).findings

    assert [f.code for f in found] == ["UNS101", "UNS103"]
    assert {f.certainty for f in found} == {Certainty.PROBABLE}


@pytest.mark.parametrize(
    "call",
    [
        "messages.create(thread_id=thread_id, role='user', content=text)",
        "runs.submit_tool_outputs_and_poll(run_id=run, thread_id=thread_id, tool_outputs=[])",
    ],
)
def test_calls_that_no_other_sdk_has_need_no_word_of_openai(call: str) -> None:
    source = f"""from config import *

def add(thread_id, text, run=None):
    client.beta.threads.{call}
"""
    assert len(analyse(source, today=date(2026, 11, 22)).findings) == 1


def test_names_that_stand_for_several_classes_are_found() -> None:
    source = """from openai.types.beta import AssistantStreamEvent
from openai.types.beta.threads.runs.tool_call import FunctionToolCall

def show(event: AssistantStreamEvent, call: FunctionToolCall) -> None:
    print(event, call)
"""
    found = analyse(source, today=date(2026, 11, 22)).findings
    assert [source.count("\n", 0, f.span.start) + 1 for f in found] == [1, 2, 4, 4]
    assert all(f.blockers for f in found)


def test_calls_of_assistants_need_no_word_of_openai() -> None:
    source = """def make(client, params):
    assistant = client.beta.assistants.create(**params)
    return assistant.id
"""
    found = analyse(source, today=date(2026, 11, 22)).findings
    assert [f.code for f in found] == ["UNS201"]


QUIET = {
    "threads of another beta": """
from config import client
thread = client.beta.threads.create()
client.beta.sessions.create(thread_id=thread.id)
""",
    "a client of another SDK": f"""
from other import Client
client = Client()
{_CALLS}""",
    "a client that is said to be of another SDK": f"""
from other import Gateway
client: Gateway = Gateway()
{_CALLS}""",
    "a parameter of another SDK's class": """
from other import Gateway
def ask(client: Gateway):
    client.beta.threads.create()
    client.beta.threads.runs.create(thread_id="t", assistant_id="a")
""",
    "a client of another SDK in a with": """
from other import Gateway
with Gateway() as client:
    client.beta.threads.create()
    client.beta.threads.runs.create(thread_id="t", assistant_id="a")
""",
    "LangGraph": """
from langgraph_sdk import get_client
client = get_client()
async def f():
    await client.threads.create()
    await client.runs.create("t", "a")
    await client.assistants.search()
""",
    "Anthropic beside OpenAI": """
from anthropic import Anthropic
from openai import OpenAI
client = Anthropic()
client.messages.create(model="m", max_tokens=1, messages=[])
client.beta.messages.create(model="m", max_tokens=1, messages=[])
OpenAI().responses.create(model="m", input="x")
""",
    "Twilio": """
from twilio.rest import Client
client = Client()
client.messages.create(to="1", from_="2", body="x")
client.conversations.v1.conversations("c").messages.create(body="x")
""",
    "MLflow": """
import mlflow
client = mlflow.MlflowClient()
client.runs.create("e")
""",
    "a model called threads": """
import openai
from django.db import models
class Thread(models.Model):
    title = models.CharField()
Thread.objects.create(title="x")
user.threads.create(title="y")
""",
    "threading": """
import threading
import openai
threads = [threading.Thread(target=f)]
""",
    "the new API": """
from azure.ai.projects import AIProjectClient
client = AIProjectClient("e", c)
client.agents.create_version(agent_name="a", definition=d)
with client.get_openai_client() as o:
    o.conversations.create()
    o.responses.create(extra_body={"agent_reference": {"name": "a", "type": "agent_reference"}})
""",
    "the unrelated agents of openai 3": """
from openai import OpenAI
OpenAI().beta.agents.list()
""",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_lookalike_is_left_alone(text: str) -> None:
    assert analyse(text, today=date(2026, 11, 22)).findings == ()


def test_byte_order_mark_of_an_editor_counts_as_one_character() -> None:
    text = "\ufefffrom openai import OpenAI; é = OpenAI(); t = é.beta.threads.create()  # x\n"

    analysis = analyse(text, today=date(2026, 11, 22))

    (finding,) = analysis.findings
    assert text[finding.span.start : finding.span.end] == "é.beta.threads.create"
    (edit,) = analysis.fix_all(unsafe=True)
    assert edit.text == "é.conversations.create()"


GIVEN = """from {0} import get_client


def begin():
    client = get_client()
    return client.beta.threads.{1}.id
"""


def test_a_whole_call_is_probable_where_openai_is_spoken_of() -> None:
    findings = analyse(
        GIVEN.format("my.openai_clients", "create()"), today=date(2026, 11, 22)
    ).findings

    assert [f.certainty for f in findings] == [Certainty.PROBABLE]


@pytest.mark.parametrize(
    ("module", "call"), [("my.clients", "create()"), ("my.openai_clients", "spin()")]
)
def test_nothing_is_guessed_of_other_code(module: str, call: str) -> None:
    source = '"""Not the client of OpenAI."""\n\n' + GIVEN.format(module, call)
    assert not analyse(source, today=date(2026, 11, 22)).findings


def test_a_sync_client_that_is_awaited() -> None:
    """Such a program fails where it awaits, before and after; what it means is plain."""
    becomes(
        """\
from openai import OpenAI
from openai.types.beta import Thread

client = OpenAI()


async def start() -> str:
    thread: Thread = await client.beta.threads.create()
    return thread.id
""",
        """\
from openai import OpenAI
from openai.types.conversations import Conversation

client = OpenAI()


async def start() -> str:
    conversation: Conversation = await client.conversations.create()
    return conversation.id
""",
    )
