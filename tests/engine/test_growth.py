"""Twice as much code takes twice as long, not four times."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest

from unspool_rules.api import analyse

AZURE = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
"""
AZURE_FLOW = """

def ask_{0}(question: str) -> str:
    agent = client.create_agent(model="m", name="agent {0}", instructions="Be brief.")
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    if run.status == "failed":
        print(run.last_error)
    return run.status
"""
OPENAI = """import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")
"""
OPENAI_FLOW = """

def ask_{0}(question: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    while run.status in ("queued", "in_progress"):
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value
"""
TOOLS = """import json
import time

from openai import OpenAI

client = OpenAI()
weather = {"type": "function", "function": {"name": "weather", "parameters": {}}}
assistant = client.beta.assistants.create(model="gpt-4o", tools=[weather])
"""
TOOLS_FLOW = """

def ask_{0}(thread_id: str) -> str:
    runs = client.beta.threads.runs
    run = runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while run.status in ("queued", "in_progress", "requires_action"):
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                city = json.loads(call.function.arguments)["city"]
                outputs.append({{"tool_call_id": call.id, "output": "rain in " + city}})
            run = runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(1)
        run = runs.retrieve(thread_id=thread_id, run_id=run.id)
    return run.status
"""


def steps(source: str) -> int:
    """How many functions the analysis of a text calls."""
    found = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        analysis = analyse(source, today=date(2026, 11, 22))
    finally:
        sys.setprofile(None)
    assert analysis.findings
    assert analysis.failures == ()
    return found


@pytest.mark.parametrize(
    ("head", "flow"), [(AZURE, AZURE_FLOW), (OPENAI, OPENAI_FLOW), (TOOLS, TOOLS_FLOW)]
)
def test_twice_as_many_flows(head: str, flow: str) -> None:
    one, two = (head + "".join(flow.format(n) for n in range(count)) for count in (25, 50))
    steps(head + flow.format(0))  # what is read once
    assert steps(two) < 2.3 * steps(one)
