"""Members of legacy enumerations become strings only where a string does the same."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all, look

IMPORT = "from azure.ai.agents.models import MessageRole, RunStatus\n"

BLOCKED = {
    "an identity": (
        "def done(status): return status is RunStatus.COMPLETED\n",
        "strings are compared by `==`, not by identity",
    ),
    "a default": (
        "def say(text, role: MessageRole = MessageRole.USER): ...\n",
        "it stands where a `MessageRole` is declared",
    ),
    "a result": (
        "def start() -> RunStatus:\n    return RunStatus.QUEUED\n",
        "it stands where a `RunStatus` is declared",
    ),
    "a declared attribute": (
        "class Told:\n    role: MessageRole = MessageRole.USER\n",
        "it stands where a `MessageRole` is declared",
    ),
}


@pytest.mark.parametrize("name", BLOCKED)
def test_a_string_would_not_do(name: str) -> None:
    body, reason = BLOCKED[name]
    assert reason in [message for _, message in blockers(IMPORT + body)]
    assert fix_all(IMPORT + body).endswith(body)


def test_names_of_members_stay_names() -> None:
    assert fix_all(IMPORT + "print(RunStatus.FAILED.name)\n").endswith('print("FAILED")\n')


SAFE = {
    "compared": ("done = status == RunStatus.FAILED", True),
    "matched": ("match status:\n    case RunStatus.FAILED: pass", True),
    "one of several": ("done = status in (RunStatus.FAILED, RunStatus.EXPIRED)", True),
    "passed on by name": ("show(status=RunStatus.FAILED)", False),
    "in a list": ("for state in [RunStatus.FAILED]: print(state)", False),
    "a key": ("shown = {RunStatus.FAILED: 1}", False),
}


@pytest.mark.parametrize("name", SAFE)
def test_only_what_cannot_be_seen_is_safe(name: str) -> None:
    body, safe = SAFE[name]
    source = f"{IMPORT}status = show()\n{body}\n"
    fixes = [f.fix for f in look(source).findings if f.fix and f.span.start > len(IMPORT)]
    assert fixes
    assert all(fix.safe is safe for fix in fixes)


FLOW = """\
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import RunStatus
from azure.identity import DefaultAzureCredential

client = AgentsClient("endpoint", DefaultAzureCredential())
agent = client.create_agent(model="m", name="n", instructions="i")
thread = client.threads.create()
run = client.runs.create_and_process(thread.id, agent_id=agent.id)
"""


def test_the_value_of_a_status_is_the_status() -> None:
    after = fix_all(FLOW + "print(run.status.value)\n")
    assert "print(response.status)" in after


def test_a_status_compared_by_identity() -> None:
    source = FLOW + "print(run.status is RunStatus.COMPLETED)\n"
    assert "strings are compared by `==`, not by identity" in [m for _, m in blockers(source)]
    assert "run.status is RunStatus.COMPLETED" in fix_all(source)


PRINTED = {
    'print(f"ended: {run.status}")': True,
    'text = "ended: " + str(run.status)': True,
    'text = "ended: %s" % run.status': True,
    'text = "ended: {}".format(run.status)': True,
    "state = run.status\nprint(state)": True,
    'if run.status == "failed":\n    print("failed")': False,
    "print(run.status.value)": False,
    "print(run.id)": False,
}


@pytest.mark.parametrize("use", PRINTED)
def test_a_status_that_is_printed(use: str) -> None:
    said = (
        "a state or role is a plain string now, no member of an enum: it is printed in another way"
    )
    assert (said in notes(FLOW + use + "\n")) is PRINTED[use]


def test_names_of_members_are_found_in_any_case() -> None:
    assert fix_all(IMPORT + "print(f'{RunStatus.failed.value}')\n").endswith(
        "print(f'{\"failed\"}')\n"
    )


def test_a_member_that_never_was() -> None:
    """Published programs compare with it, fail there, and mean the agent's own messages."""
    program = IMPORT + "def answers(role): return role == MessageRole.ASSISTANT\n"

    assert fix_all(program).endswith('def answers(role): return role == "assistant"\n')
    assert "there never was a `MessageRole.ASSISTANT`: the program failed here" in notes(program)
