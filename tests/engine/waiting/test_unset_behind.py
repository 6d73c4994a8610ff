"""Names that an endless loop sets for one state of the run, and that are read behind it."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

ASK = """import time

from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=desk.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            messages = client.beta.threads.messages.list(thread_id=thread_id)
            break
        else:
            time.sleep(2)
    return [message.role for message in messages.data]
"""
TOLD = "a response that ends in a way that the loop waited past is an error now"
RAISED = """    else:
        raise RuntimeError(f"the response ended as {response.status}")
    return [message.role for message in messages]
"""


def test_have_no_value_for_a_response_that_failed() -> None:
    after = fix_all(ASK)
    becomes(ASK, after)
    assert '    if response.status == "completed":\n        messages = [\n' in after
    assert after.endswith(RAISED)
    assert TOLD in notes(ASK)


def test_branches_that_only_waited_go_before_and_after_it() -> None:
    waiting = 'if run.status == "queued":\n            time.sleep(1)\n        '
    source = ASK.replace('if run.status == "completed"', f'{waiting}elif run.status == "completed"')
    source = source.replace("            time.sleep(2)", '            print("waiting")')
    after = fix_all(source)
    becomes(source, after)
    assert "queued" not in after
    assert "waiting" not in after
    assert after.endswith(RAISED)


def test_branches_that_leave_the_loop_stay() -> None:
    other = '        elif run.status == "failed":\n            return None\n'
    source = ASK.replace("        else:\n            time.sleep(2)\n", other)
    after = fix_all(source)
    assert '    elif response.status == "failed":\n        return None\n    else:\n' in after
    assert after.endswith(RAISED)


def test_a_name_that_is_set_before_the_loop_has_that_value() -> None:
    source = ASK.replace("    while True", "    messages = None\n    while True")
    assert "raise" not in fix_all(source)
    assert TOLD not in notes(source)


def test_a_name_that_only_the_branch_reads_needs_nothing() -> None:
    source = ASK.replace(
        "            break\n", "            print(len(messages.data))\n            break\n"
    )
    source = source[: source.index("    return")] + "    return run.status\n"
    assert "beta" not in fix_all(source)
    assert "raise" not in fix_all(source)


def test_behind_rounds_of_tool_calls() -> None:
    answering = """        elif run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": "1"})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        else:
"""
    after = fix_all(ASK.replace("        else:\n", answering))
    assert "    while calls := " in after
    assert after.endswith(RAISED)


def test_where_each_other_state_leaves_the_loop_nothing_is_added() -> None:
    source = ASK.replace("            time.sleep(2)", "            return None")
    after = fix_all(source)
    assert "    else:\n        return None\n    return [" in after
    assert "raise" not in after


def test_conditions_that_follow_are_asked_first() -> None:
    other = (
        "        if run.status in ('expired', 'failed'):\n            raise ValueError(run.id)\n"
    )
    source = ASK.replace(
        "        else:\n            time.sleep(2)\n", f"{other}        time.sleep(1)\n"
    )
    after = fix_all(source)
    becomes(source, after)
    assert "    elif response.status in ('expired', 'failed'):\n        raise ValueError(" in after
    assert after.endswith(RAISED)


def test_words_for_a_finished_run_stay() -> None:
    told = (
        '            if len(messages.data) > 1:\n                print("done")\n            break\n'
    )
    after = fix_all(ASK.replace("            break\n", told))
    assert '            print("done")\n' in after
    assert after.endswith(RAISED)


@pytest.mark.parametrize("states", ['("queued", "in_progress")', '("expired",)'])
def test_a_last_branch_that_only_waits_goes_with_its_test(states: str) -> None:
    waiting = f"        elif run.status in {states}:\n            time.sleep(2)\n"
    source = ASK.replace("        else:\n            time.sleep(2)\n", waiting)
    after = fix_all(source)
    becomes(source, after)
    assert "elif" not in after
    assert after.endswith(RAISED)
