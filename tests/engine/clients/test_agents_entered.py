"""The ``agents`` of a project client, entered in a ``with`` statement or closed by themselves."""

from __future__ import annotations

from datetime import date

import pytest
from tests.engine.checks import becomes

from unspool_rules.api import analyse

HEAD = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(os.environ["ENDPOINT"], DefaultAzureCredential())
"""
OPENAI = "openai_client = project.get_openai_client()\n"
ONE = """    print(client.threads.create().id)
"""
NEW_BODY = """    print(openai_client.conversations.create().id)
"""

PROGRAMS = {
    "alone": (
        f"with project.agents as client:\n{ONE}",
        f"with project.get_openai_client() as openai_client:\n{NEW_BODY}",
    ),
    "behind the project's client": (
        f"with project, project.agents as client:\n{ONE}",
        f"with project, project.get_openai_client() as openai_client:\n{NEW_BODY}",
    ),
    "by its name": (
        f"with project:\n    client = project.agents  # here\n    with client:\n    {ONE}",
        (
            "with project:\n    # here\n    with project.get_openai_client() as openai_client:\n"
            f"    {NEW_BODY}"
        ),
    ),
    "by its name, alone": (
        f"client = project.agents\nwith client:\n{ONE}",
        f"with project.get_openai_client() as openai_client:\n{NEW_BODY}",
    ),
    "the project's client goes on": (
        f"with project.agents as client:\n{ONE}print(project.connections.list())\n",
        (
            f"with project.get_openai_client() as openai_client:\n{NEW_BODY}"
            "print(project.connections.list())\n"
        ),
    ),
    "handed to a function": (
        (
            "def show(client, name):\n    print(name, client.threads.create().id)\n\n\n"
            f"with project, project.agents as client:\n{ONE}    show(client, name='x')\n"
        ),
        (
            "def show(client, name):\n    openai_client = client.get_openai_client()\n"
            "    print(name, openai_client.conversations.create().id)\n\n\n"
            "with project, project.get_openai_client() as openai_client_2:\n"
            f"{NEW_BODY.replace('client.', 'client_2.')}    show(project, name='x')\n"
        ),
    ),
    "closed": (
        f"client = project.agents\nif True:\n{ONE}client.close()  # the end\n",
        f"{OPENAI}if True:\n{NEW_BODY}openai_client.close()  # the end\n",
    ),
    "closed in the end": (
        f"client = project.agents\ntry:\n{ONE}finally:\n    client.close()\n",
        f"{OPENAI}try:\n{NEW_BODY}finally:\n    openai_client.close()\n",
    ),
}

_ENTERED = "`agents` of a project client is no context manager any more"
_CLOSED = "the `agents` of a project are no client of their own: close the project's client"
REFUSALS = {
    "a call outside": (
        f"with project.agents as client:\n{ONE}print(project.agents.threads.create())\n",
        _ENTERED,
    ),
    "handed on": (f"with project.agents as client:\n{ONE}    print(client)\n", _ENTERED),
    "handed to code that is not in view": (
        f"import tools\nwith project.agents as client:\n{ONE}    tools.show(client)\n",
        _ENTERED,
    ),
    "only handed on": (
        (
            "def make(client):\n    return client.threads.create()\n\n\n"
            "with project.agents as client:\n    make(client)\n"
        ),
        _ENTERED,
    ),
    "a function that outlives the block": (
        (
            "with project.agents as client:\n"
            "    def make():\n        return client.threads.create()\nprint(make())\n"
        ),
        _ENTERED,
    ),
    "bound twice": (
        f"client = project.agents\nif print:\n    client = project.agents\nwith client:\n{ONE}",
        _ENTERED,
    ),
    "entered in a function": (
        f"client = project.agents\ndef run():\n  with client:\n{ONE}",
        _ENTERED,
    ),
    "called before": (
        f"client = project.agents\nclient.threads.create()\nwith client:\n{ONE}",
        _ENTERED,
    ),
    "the agents alone": (
        'with project.agents as client:\n    client.delete_agent("asst_1")\n',
        _ENTERED,
    ),
    "closed on the way": (
        f"client = project.agents\nif True:\n{ONE}print(client.close())\n",
        _CLOSED,
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    becomes(HEAD + before, HEAD + after)


@pytest.mark.parametrize(("source", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str, reason: str) -> None:
    analysis = analyse(HEAD + source, today=date(2026, 11, 22))

    assert reason in {b.root.message for f in analysis.findings for b in f.blockers}
    assert not analysis.fix_all(unsafe=True)
