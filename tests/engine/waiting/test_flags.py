"""Loops at Foundry that go on for other reasons than their run, and answer its calls."""

from __future__ import annotations

import ast

import pytest
from tests.rules.fixing import fix_all, look

HEAD = """import json
import os
import time

from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["E"], api_key="k", api_version="2024-05-01-preview")
TOOLS = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]
agent = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)
thread = client.beta.threads.create()
client.beta.threads.messages.create(thread_id=thread.id, role="user", content="Hello")
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=agent.id)
"""
FETCHED = "run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)\n"
FLAG = (
    """done = False
while not done:
    """
    + FETCHED
    + """    if run.status in ("completed", "failed"):
        done = True
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": call.function.arguments})
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    time.sleep(1)
print(run.status)
"""
)
ROUNDS = (
    """while run.status in ("queued", "in_progress"):
    """
    + FETCHED
    + """while run.status == "requires_action":
    action = run.required_action.submit_tool_outputs.model_dump()
    outputs = []
    for call in action["tool_calls"]:
        outputs.append({"tool_call_id": call["id"], "output": call["function"]["arguments"]})
    run = client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
    )
    while run.status in ("queued", "in_progress"):
        """
    + FETCHED
    + "print(run.status)\n"
)


@pytest.mark.parametrize("body", [FLAG, ROUNDS], ids=["flag", "rounds"])
def test_the_response_of_each_round_is_finished(body: str) -> None:
    after = fix_all(HEAD + body)

    assert not look(after).findings
    assert ".retrieve(" not in after
    assert after.count("responses.create(") == 2


def test_a_flag_is_set_once_there_are_no_calls() -> None:
    loop = next(n for n in ast.walk(ast.parse(fix_all(HEAD + FLAG))) if isinstance(n, ast.While))
    first, second = (ast.unparse(node.test) for node in loop.body if isinstance(node, ast.If))

    assert f"not {second}" in first
    assert ast.unparse(loop.test) == "not done"
