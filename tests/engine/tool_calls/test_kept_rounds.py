"""Loops that answer calls, and do more than a loop over calls can: they stay as they are."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
"""
POLL = "run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)\n"
ANSWER = """outputs = [
    {"tool_call_id": call.id, "output": "1"}
    for call in run.required_action.submit_tool_outputs.tool_calls
]
client.beta.threads.runs.submit_tool_outputs(
    thread_id=thread_id, run_id=run.id, tool_outputs=outputs
)
"""


def indented(text: str, width: int) -> str:
    return "".join(f"{' ' * width}{line}" for line in text.splitlines(keepends=True))


def loop(body: str, head: str = "while True:") -> str:
    """A program whose loop has that body."""
    return f"{HEAD}    {head}\n{indented(body, 8)}"


MATCH = (
    POLL
    + "match run.status:\n"
    + '    case "completed":\n        break\n'
    + f'    case "requires_action":\n{indented(ANSWER, 8)}'
    + '    case "failed":\n        raise RuntimeError(run.last_error)\n'
)
GUARD = f'{POLL}if run.status != "requires_action":\n    continue\n{ANSWER}'
ATTEMPT = (
    f'{POLL}if run.status == "requires_action":\n    try:\n{indented(ANSWER, 8)}'
    "    except Exception as error:\n        print(error)\n        break\n"
    'if run.status == "completed":\n    break\n'
)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (MATCH, "while True:"),
        (GUARD, 'while run.status != "completed":'),
        (ATTEMPT, "while True:"),
    ],
)
def test_the_loop_fetches_each_response(body: str, head: str) -> None:
    after = fix_all(loop(body, head))
    assert "beta" not in after
    assert "        response = client.responses.retrieve(response.id)\n" in after
    assert " response = client.responses.create(" in after


def test_a_function_of_the_file_says_what_is_asked_for() -> None:
    pending = """

def pending(run):
    if run.status == "requires_action":
        return run.required_action.submit_tool_outputs.tool_calls
    return []
"""
    answer = ANSWER.replace("run.required_action.submit_tool_outputs.tool_calls", "calls").replace(
        "client.beta", "run = client.beta"
    )
    after = fix_all(loop(answer, "while calls := pending(run):") + pending)
    assert "    while calls := pending(response):\n" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    "body",
    [
        ATTEMPT.replace('if run.status == "completed"', 'store(run)\nif run.status == "completed"'),
        ATTEMPT.replace("    try:", "    store(1)\n    try:").replace(
            'if run.status == "completed"', 'store(1)\nif run.status == "completed"'
        ),
        GUARD.replace('if run.status != "requires_action"', 'if run.status == "queued"'),
        f"{GUARD}raise RuntimeError(run.status)\n",
    ],
)
def test_what_would_see_the_new_response_too_soon(body: str) -> None:
    source = loop(body, 'while run.status != "completed":')
    assert blockers(source)
    assert "responses.create" not in fix_all(source)
