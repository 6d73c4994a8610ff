"""Annotations that name a legacy class where nothing in view says where the objects come from."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI
from openai.types.beta import Thread
from openai.types.beta.threads import Run

client = OpenAI()


def start(thread_id: str):
    return client.beta.threads.retrieve(thread_id)


"""


@pytest.mark.parametrize(
    "lone",
    [
        "class Kept:\n    threads: dict[str, Thread] = {}\n",
        "class Kept:\n    thread: 'Thread'\n",
        "def keep(thread: Thread):\n    print(1)\n\n\ndef go(kept):\n    keep(kept[0])\n",
        "def first(kept) -> Thread:\n    return kept[0]\n",
    ],
)
def test_nothing_reads_what_is_annotated(lone: str) -> None:
    source = HEAD.replace("from openai.types.beta.threads import Run\n", "") + lone
    after = fix_all(source)
    becomes(source, after)
    assert "from openai.types.conversations import Conversation\n" in after
    assert lone.replace("Thread", "Conversation") in after


def test_a_person_is_told_what_it_must_be() -> None:
    said = "what stands for `kept` is not in view: it must be a `Conversation`"
    assert said in notes(HEAD + "kept: list[Thread] = []\n")


def test_a_variable_that_gets_its_object_later() -> None:
    source = """from openai import OpenAI
from openai.types.beta import Thread


def find(client: OpenAI, thread_id: str) -> Thread | None:
    thread: Thread | None = None
    try:
        thread = client.beta.threads.retrieve(thread_id)
    except ValueError:
        print("none")
    return thread
"""
    after = fix_all(source)
    becomes(source, after)
    assert "conversation: Conversation | None = None\n" in after


@pytest.mark.parametrize(
    "lone",
    [
        "def made(run: Run):\n    return Run(id='1')\n",
        "@app.get('/', response_model=Run)\ndef made():\n    return None\n",
        "def is_run(found):\n    return type(found) is Run\n\n\nkept: list[Run] = []\n",
    ],
)
def test_more_is_done_with_the_class(lone: str) -> None:
    assert "Run" in fix_all(HEAD + lone)
    assert "import Response" not in fix_all(HEAD + lone)


def test_it_waits_for_what_makes_such_objects() -> None:
    made = "thread = client.beta.threads.create()\nunknown(thread.tool_resources)\n"
    source = f"{HEAD}{made}t: list[Thread] = []\n"
    held = {message for _, message in blockers(source)}
    assert held
    assert "t: list[Thread] = []\n" in fix_all(source)


GIVEN = """def failure(run: Run):
    return run.last_error


def report(kept):
    return failure(kept["run"])
"""


def test_callers_that_are_not_followed_are_told_what_to_give() -> None:
    after = fix_all(HEAD + GIVEN)
    assert "def failure(run: Response):\n    return run.error\n" in after
    assert any("they must give a `Response`" in note for note in notes(HEAD + GIVEN))


def test_they_wait_for_what_makes_such_objects() -> None:
    made = """

def ask(thread_id, kept):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="a")
    unknown(run)
"""
    assert "def failure(run: Run):\n    return run.last_error\n" in fix_all(HEAD + GIVEN + made)


def test_what_calls_are_given_is_a_dictionary_of_its_own_class() -> None:
    source = """from openai import OpenAI
from openai.types.beta.thread_create_params import Message

client = OpenAI()


def start(messages: list[Message]):
    for message in messages:
        print(message["role"])
    first: Message = {"role": "user", "content": "hi"}
    client.beta.threads.create(messages=[first])
    return client.beta.threads.create(messages=messages)
"""
    after = fix_all(source)
    becomes(source, after)
    assert "from openai.types.responses import EasyInputMessageParam\n" in after
    assert "def start(messages: list[EasyInputMessageParam]):\n" in after
    assert "    first: EasyInputMessageParam = {" in after


def test_agents_wait_for_what_makes_agents() -> None:
    source = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import Agent


def ask(client: AgentsClient, agent: Agent, thread_id: str):
    client.runs.create_and_process(thread_id=thread_id, agent_id=agent.id)


def go(client: AgentsClient, kept):
    ask(client, kept[0], "t")
"""
    made = """

def make(client: AgentsClient):
    agent = client.create_agent(model="gpt-4o", name="a")
    unknown(agent)
"""
    assert "agent: AgentVersionDetails" in fix_all(source)
    assert "agent: Agent, thread_id: str" in fix_all(source + made)
