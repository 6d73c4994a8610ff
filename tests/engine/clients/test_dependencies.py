"""What a web framework gives its handlers: dependencies, and what the application keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all, look

from unspool_rules.api import analyse
from unspool_rules.semantics.resolver import Module, NoResolver

HEAD = """\
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from openai import AsyncOpenAI
from openai.types.beta import Thread


async def start(app: FastAPI):
    app.state.client = AsyncOpenAI()
    app.state.thread = await app.state.client.beta.threads.create()


def get_client(request: Request) -> AsyncOpenAI:
    return request.app.state.client


{source}


@app.post("/say")
async def say(text: str, {parameter}, client: AsyncOpenAI = Depends(get_client)):
    await client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    return thread.id
"""
GETTER = "def get_thread(request: Request) -> Thread:\n    return request.app.state.thread"


@pytest.mark.parametrize(
    ("source", "parameter"),
    [
        (GETTER, "thread: Thread = Depends(get_thread)"),
        (GETTER, "thread: Annotated[Thread, Depends(get_thread)]"),
        (GETTER, "thread=Depends(dependency=get_thread)"),
        (
            "async def get_thread(request: Request):\n    yield request.app.state.thread",
            "thread: Thread = Depends(get_thread)",
        ),
        (
            (
                "class Threads:\n"
                "    def __init__(self, request: Request):\n"
                "        self.id = request.app.state.thread.id"
            ),
            "thread=Depends(Threads)",
        ),
    ],
)
def test_a_dependency_gives_what_its_function_returns(source: str, parameter: str) -> None:
    after = fix_all(HEAD.format(source=source, parameter=parameter))
    assert "beta" not in after
    assert ": Thread" not in after
    assert "client.conversations.items.create(\n        conversation_id=thread.id," in after
    assert not [f for f in look(after).findings if f.fix is not None]


RUN = """\
from openai import AzureOpenAI

client = AzureOpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", name="helper")


def start({holder}):
    thread = client.beta.threads.create()
    {holder}.{kept} = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id
    )


def state(request):
    run = {read}
    return run.last_error
"""


@pytest.mark.parametrize(
    ("holder", "kept", "read"),
    [
        ("app", "state.run", "request.app.state.run"),
        ("application", "state.run", "websocket.app.state.run"),
        ("app", "run", "current_app.run"),
    ],
)
def test_what_an_application_keeps(holder: str, kept: str, read: str) -> None:
    after = fix_all(RUN.format(holder=holder, kept=kept, read=read))
    assert "return run.error" in after
    assert "beta" not in after


def test_what_something_unknown_keeps_is_not_read_in_the_old_way() -> None:
    source = RUN.format(holder="place", kept="run", read="request.place.run")
    said = (
        "line 16 of `this file` reads `last_error` of what is kept here, "
        "which the new object does not have: change both together"
    )
    assert (9, said) in blockers(source)
    assert fix_all(source) == source
    assert "beta" not in fix_all(source.replace("last_error", "id"))


ROUTES = """\
from azure.ai.agents.models import Agent
from azure.ai.projects.aio import AIProjectClient
from fastapi import Depends, Request


def get_client(request: Request) -> AIProjectClient:
    return request.app.state.client


def get_agent(request: Request) -> Agent:
    return {kept}


async def chat(
    client: AIProjectClient = Depends(get_client), agent: Agent = Depends(get_agent)
):
    thread = await client.agents.threads.create()
    run = await client.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    return run.status
"""


@pytest.mark.parametrize("kept", ["request.app.state.agent", 'request.app["agent"]'])
def test_what_another_file_keeps_is_what_the_annotation_says(kept: str) -> None:
    source = ROUTES.format(kept=kept)
    after = fix_all(source)
    assert "def get_agent(request: Request) -> AgentVersionDetails:" in after
    assert "agent: AgentVersionDetails = Depends(get_agent)" in after
    assert '{"name": agent.name, "type": "agent_reference"}' in after
    said = "what stands for `get_agent` is not in view: it must be an `AgentVersionDetails`"
    assert said in notes(source)


class Beside(NoResolver):
    """Knows of one file that the program imports."""

    def __init__(self, text: str) -> None:
        self._text = text

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return Module(Path("routes.py"), self._text) if name == "routes" else None


@pytest.mark.parametrize(("read", "old"), [("last_error", True), ("status", False)])
def test_routes_that_read_what_the_application_keeps(read: str, old: bool) -> None:
    source = "import routes\n" + RUN.format(holder="app", kept="state.run", read="None")
    routes = f"def state(request):\n    return request.app.state.run.{read}\n"
    analysis = analyse(source, today=date(2026, 11, 22), resolver=Beside(routes))
    said = (
        "line 2 of `routes.py` reads `last_error` of what is kept here, "
        "which the new object does not have: change both together"
    )
    assert (said in {b.message for f in analysis.findings for b in f.blockers}) is old


NAMED = """\
from typing import Annotated, Optional

from fastapi import Depends, FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


class Runs:
    def __call__(self, thread_id: str, run_id: str):
        return get_run(thread_id, run_id)


def get_run(thread_id: str, run_id: str):
    return client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)


runs = Runs()
{named}


@app.get("/run")
def show({parameter}):
    return run.last_error
"""


@pytest.mark.parametrize(
    "parameter",
    [
        "run=Depends(runs)",
        "run=Depends(runs.__call__)",
        "run: Optional[Annotated[object, Depends(get_run)]] = None",
        "run=Depends(lambda: get_run(*ids))",
    ],
)
def test_what_is_called_for_a_parameter(parameter: str) -> None:
    after = fix_all(NAMED.format(named="", parameter=parameter))
    assert "return run.error" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("named", "parameter"),
    [
        ("Found = Annotated[object, Depends(get_run)]", "run: list[Found]"),
        ("Found = Annotated[object, Depends(get_run)]\nprint(Found)", "run: Found"),
        ("Found: type = Annotated[object, Depends(get_run)]", "run: Found"),
        ("found = Depends(get_run)", "run=found"),
    ],
)
def test_dependencies_that_have_a_name_are_not_followed(named: str, parameter: str) -> None:
    source = NAMED.format(named=named, parameter=parameter)
    assert "what this gives is not followed through `Depends`" in str(blockers(source))
    assert "client.beta.threads.runs.retrieve(" in fix_all(source)
    unread = source.replace(parameter, "text")
    ignored = unread.replace(named, "").replace('"/run"', '"/run", dependencies=[Depends(get_run)]')
    assert "beta" not in fix_all(ignored)


def test_annotations_that_have_a_name() -> None:
    found = "Found = Annotated[object, Depends(get_run)]"
    source = NAMED.format(named=found, parameter="run: Found")
    after = fix_all(source)
    assert "return run.error" in after
    assert "beta" not in after
    assert fix_all(source + '\n__all__ = ["Found"]\n').count("beta") == source.count("beta")


def test_what_is_called_as_an_application_may_be_something_else() -> None:
    source = RUN.format(holder="app", kept="state.run", read="server.state.run")
    after = fix_all("from machines import server\n" + source)
    assert "return run.last_error" in after
