"""Settings that a run is given and its agent has, or can have."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())
RULES = "Be brief."
agent = client.create_agent(model="m", name="a", instructions=RULES{given})
thread = client.threads.create()
"""
_RUN = "client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id{given})\n"


def _program(agent: str, *runs: str) -> str:
    return _HEAD.format(given=agent) + "".join(_RUN.format(given=given) for given in runs)


@pytest.mark.parametrize(
    ("agent", "run"),
    [
        (", temperature=0.1", ", temperature=0.1"),
        ("", ", instructions=RULES"),
        ("", ", model=agent.model, instructions=agent.instructions"),
    ],
)
def test_what_the_agent_has(agent: str, run: str) -> None:
    assert fix_all(_program(agent, run)) == fix_all(_program(agent, ""))


def test_what_all_runs_are_given() -> None:
    source = _program("", ", temperature=0.5", ", temperature=0.5")

    assert fix_all(source) == fix_all(_program(", temperature=0.5", "", ""))
    assert "`temperature` of the runs is in the agent's definition now" in notes(source)


@pytest.mark.parametrize(
    ("agent", "runs"),
    [
        (", temperature=0.1", [", temperature=0.2"]),
        ("", [", temperature=0.2", ""]),
        ("", [", temperature=0.2", ", temperature=0.3"]),
        ("", [", temperature=float('0.2')"]),
    ],
)
def test_what_differs(agent: str, runs: list[str]) -> None:
    assert "`temperature` beside an agent is refused" in str(blockers(_program(agent, *runs)))


def test_the_same_object_from_elsewhere() -> None:
    source = """from azure.ai.agents import AgentsClient


def ask(client: AgentsClient, thread_id, agent_id):
    agent = client.get_agent(agent_id)
    run = client.runs.create_and_process(
        thread_id=thread_id, agent_id=agent.id, instructions=agent.instructions
    )
    return run.status
"""
    assert "instructions" not in fix_all(source)


_ASKS = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())
agent = None


def ask(thread_id, model):
    global agent
{made}
    run = client.runs.create_and_process(
        thread_id=thread_id, agent_id=agent.id, model=model
    )
    return run.status
"""
_MADE = 'agent = client.create_agent(model=model, name="a", instructions="i")'


def test_an_agent_that_an_earlier_call_has_made() -> None:
    source = _ASKS.format(made=f"    if agent is None:\n        {_MADE}")

    assert "`model` beside an agent is refused" in str(blockers(source))
    assert not blockers(_ASKS.format(made=f"    {_MADE}"))


def test_an_agent_of_an_earlier_round() -> None:
    source = _HEAD.format(given="").replace("agent = ", "old = ") + (
        f'agent = None\nfor model in ("m", "n"):\n    if agent is None:\n        {_MADE}\n    '
        + _RUN.format(given=", model=model")
    )

    assert "`model` beside an agent is refused" in str(blockers(source))


def test_an_agent_that_is_changed_meanwhile() -> None:
    changed = 'client.update_agent(agent.id, instructions="Be rude.")\n'
    source = _program("") + changed + _RUN.format(given=", instructions=agent.instructions")

    assert "instructions beside an agent are refused" in str(blockers(source))
