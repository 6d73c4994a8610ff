"""A run of which only the id was kept is not made again where it is fetched."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_HEAD = """\
import time

from azure.ai.agents{aio} import AgentsClient
from azure.identity{aio} import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())


{define} ask(thread_id):
    agent = {wait}client.create_agent(model="gpt-4o", name="N", instructions="Be brief.")
    run_id = ({wait}client.runs.create(thread_id=thread_id, agent_id=agent.id)).id
"""
_ONCE = """\
    time.sleep(2)
    return ({wait}client.runs.get(thread_id=thread_id, run_id=run_id)).status
"""
_NAMED = """\
    run = {wait}client.runs.get(thread_id=thread_id, run_id=run_id)
    while run.status in ("queued", "in_progress"):
        run = {wait}client.runs.get(thread_id=thread_id, run_id=run_id)
    return run.status
"""
_STATES = """\
    status = "queued"
    while status in ("queued", "in_progress"):
        status = ({wait}client.runs.get(thread_id=thread_id, run_id=run_id)).status
    return status
"""


@pytest.mark.parametrize("wait", ["", "await "])
@pytest.mark.parametrize("rest", [_ONCE, _NAMED, _STATES])
def test_one_response_is_made(rest: str, wait: str) -> None:
    given = {"wait": wait, "aio": ".aio" if wait else "", "define": "async def" if wait else "def"}

    after = fix_all((_HEAD + rest).format_map(given))

    assert after.count("responses.create(") == 1
    assert "while" not in after
    assert after.splitlines()[-1].lstrip() in {
        "return (response).status",
        "return response.status",
        "return status",
    }
