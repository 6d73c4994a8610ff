"""A run that is completed asks for no calls; its response may, where nothing hands outputs in."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
"""
DONE = """    if run.status == "completed":
        print("done")
"""
ASKED = """    elif run.status == "requires_action":
        return run.required_action.submit_tool_outputs.tool_calls
    return None
"""
PENDING = 'response.status == "completed" and not any('


def test_what_is_asked_below_is_no_completion() -> None:
    after = fix_all(HEAD + DONE + ASKED)
    assert PENDING in after
    assert 'elif any(item.type == "function_call" for item in response.output):' in after


@pytest.mark.parametrize("read", ["    print(run.required_action)\n", ""])
def test_a_read_of_the_action_says_so_too(read: str) -> None:
    source = HEAD + DONE + "    else:\n    " + read if read else HEAD + DONE
    after = fix_all(source)
    assert (PENDING in after) is bool(read) or blockers(source)


def test_a_default_list_is_no_none() -> None:
    source = (HEAD + DONE).replace("assistant_id):", "assistant_id, tools=None):", 1)
    source = source.replace(
        "    run = ", "    if tools is None:\n        tools = DEFAULT\n    run = "
    )
    source = source.replace(
        "assistant_id=assistant_id\n", "assistant_id=assistant_id, tools=tools\n"
    )
    source = source.replace(
        "client = OpenAI()\n", 'client = OpenAI()\nDEFAULT = [{"type": "code_interpreter"}]\n'
    )
    assert "beta" not in fix_all(source)
    unsettled = source.replace("        tools = DEFAULT\n", "        print(tools)\n")
    assert '{"tools": tools}, definition_of(assistant_id)' in fix_all(unsettled)
