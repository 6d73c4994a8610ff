"""Ids of runs that functions and names carry to where the run is fetched: the response comes."""

from __future__ import annotations

from datetime import date

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import NoResolver

HEAD = """import os
import time
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
NEW_HEAD = """import os
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
"""
MADE = """
client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
"""
WAIT = """

def wait(thread_id: str, run_id: str) -> bool:
    while True:
        run = client.runs.get(thread_id=thread_id, run_id=run_id)
        if run.status == "completed":
            return True
        if run.status == "failed":
            print(f"{run_id} failed")
            return False
        time.sleep(1)
"""
ASK = """

def ask(agent_id: str, thread_id: str) -> bool:
    run = client.runs.create(thread_id=thread_id, agent_id=agent_id)
    return wait(thread_id, run_id=run.id)
"""


def test_a_helper_gets_the_response() -> None:
    becomes(
        HEAD + WAIT + ASK,
        NEW_HEAD
        + "from openai.types.responses import Response\n"
        + MADE
        + """

def wait(thread_id: str, response: Response) -> bool:
    if response.status == "completed":
        return True
    if response.status == "failed":
        print(f"{response.id} failed")
        return False
    raise RuntimeError(f"the response ended as {response.status}")


def ask(agent_id: str, thread_id: str) -> bool:
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={"agent_reference": {"name": agent_id, "type": "agent_reference"}},
    )
    return wait(thread_id, response=response)
""",
    )
    assert "`wait` takes the response itself now, not its id" in notes(HEAD + WAIT + ASK)


def test_functions_that_return_the_id_return_the_response() -> None:
    source = (
        HEAD
        + """

def start(agent_id, thread_id):
    return client.runs.create(thread_id=thread_id, agent_id=agent_id).id


def get_run(run_id, thread_id):
    return client.runs.get(thread_id, run_id)


def status_of(run_id, thread_id):
    return get_run(run_id, thread_id).status


run_id = start("helper", os.environ["THREAD"])
while status_of(run_id, os.environ["THREAD"]) == "queued":
    time.sleep(1)
print("done:", run_id)
"""
    )
    result = fix_all(source)
    assert "    return openai_client.responses.create(" in result
    assert "def get_run(response, thread_id):\n    return response\n" in result
    assert (
        "def status_of(response, thread_id):\n    return get_run(response, thread_id).status\n"
        in result
    )
    assert 'response_2 = start("helper", os.environ["THREAD"])' in result
    assert 'while status_of(response_2, os.environ["THREAD"]) == "queued":' in result
    assert 'print("done:", response_2.id)' in result


def test_methods() -> None:
    source = (
        HEAD
        + """

class Chat:
    def __init__(self, thread_id: str) -> None:
        self.thread_id = thread_id

    def _get(self, run_id: str):
        return client.runs.get(thread_id=self.thread_id, run_id=run_id)

    def ask(self, agent_id: str) -> str:
        run = client.runs.create(thread_id=self.thread_id, agent_id=agent_id)
        while run.status == "queued":
            time.sleep(1)
            run = self._get(run.id)
        return run.status
"""
    )
    result = fix_all(source)
    assert "    def _get(self, response: Response):\n        return response\n" in result
    assert "response = self._get(response)\n" in result


def test_the_same_run_is_fetched_in_several_places() -> None:
    source = (
        HEAD
        + """

def wait(thread_id, run_id):
    first = client.runs.get(thread_id=thread_id, run_id=run_id)
    second = None
    if first.status == "queued":
        second = client.runs.get(thread_id=thread_id, run_id=run_id)
    return second or first, run_id


run = client.runs.create(thread_id=os.environ["THREAD"], agent_id="helper")
print(wait(run.thread_id, run.id)[0].status)
"""
    )
    result = fix_all(source)
    assert "        second = finished\n" in result
    assert "    return second or finished, finished.id\n" in result
    assert 'wait(os.environ["THREAD"], response)[0].status' in result


@pytest.mark.parametrize(
    "source",
    [
        # nothing says where the id comes from
        WAIT,
        # a caller has an id from elsewhere
        WAIT + ASK + '\n\nwait(os.environ["THREAD"], os.environ["RUN"])\n',
        # a route gets it from a request
        WAIT.replace("def wait", '@app.get("/wait")\ndef wait') + ASK,
        # the function is handed on
        WAIT + ASK + "\n\nregister(wait)\n",
        # an id is not always given
        WAIT.replace("run_id: str)", 'run_id: str = "")') + ASK,
        # the name is said in another way
        """

run_id = client.runs.create(thread_id=os.environ["THREAD"], agent_id="helper").id


def again(thread_id):
    global run_id
    run_id = client.runs.create(thread_id=thread_id, agent_id="helper").id
    return client.runs.get(thread_id=thread_id, run_id=run_id)
""",
        # what the id is declared as
        WAIT.replace("run_id: str", "run_id: RunId") + ASK,
        # a generator of ids
        WAIT
        + """

def starts(agent_id):
    for thread_id in os.environ["THREADS"].split():
        run = client.runs.create(thread_id=thread_id, agent_id=agent_id)
        yield thread_id, run.id


for thread_id, run_id in starts("helper"):
    wait(thread_id, run_id)
""",
    ],
)
def test_an_id_whose_way_is_not_in_view_is_told(source: str) -> None:
    said = [message for _, message in blockers(HEAD + source)]
    assert any("fetching it by an id from elsewhere" in message for message in said)
    assert "runs.get(thread_id=thread_id, run_id=run_id)" in fix_all(HEAD + source)


class Project(NoResolver):
    """A project whose other files take the helper."""

    def takes(self, name: str) -> bool:
        return name == "wait"


def test_a_helper_that_other_files_call_keeps_its_parameters() -> None:
    source = HEAD + WAIT + ASK
    analysis = analyse(source, today=date(2026, 11, 22), resolver=Project())
    assert "run_id: str" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_a_client_that_a_function_sets_is_not_used_before() -> None:
    source = """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = None


def connect() -> None:
    global client
    client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


def new_thread() -> str:
    connect()
    return client.threads.create().id
"""
    assert """    connect()
    openai_client = client.get_openai_client()
    return openai_client.conversations.create().id
""" in fix_all(source)


def test_one_client_for_a_helper_and_its_callers() -> None:
    source = """import os
from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])
thread = client.beta.threads.create()


def add(client, thread_id, text):
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)


add(client, thread.id, "Hello")
"""
    assert fix_all(source).count("get_openai_client()") == 1
