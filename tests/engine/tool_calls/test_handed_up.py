"""Responses that go on leave several functions, also where the run was fetched anew for them."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

ASK = """from openai import OpenAI

client = OpenAI()


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")
    while True:
        state = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if state.status == "completed":
            break
        if state.status == "requires_action":
            answer(thread_id, state)


"""
SUBMIT = """client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run.id, tool_outputs=outputs
    )
"""
TWO_LEVELS = (
    ASK
    + """def answer(thread_id, run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "1"})
    if outputs:
        send(thread_id, run, outputs)


def send(thread_id, run, outputs) -> None:
    """
    + SUBMIT
)


def test_a_run_that_is_fetched_for_the_call_goes_on_by_the_name_that_has_its_id() -> None:
    after = fix_all(ASK + "def answer(thread_id, run, outputs=()):\n    " + SUBMIT)
    assert "            response = answer(thread_id, response)\n" in after
    assert "    return client.responses.create(" in after


def test_functions_between_hand_the_response_on() -> None:
    after = fix_all(TWO_LEVELS)
    assert "            response = answer(thread_id, response)\n" in after
    assert "        run = send(thread_id, run, outputs)\n    return run\n" in after
    assert "def send(thread_id, run, outputs) -> Response:\n" in after
    assert "beta" not in after


def test_ids_are_handed_on_as_ids() -> None:
    after = fix_all(
        TWO_LEVELS.replace("send(thread_id, run,", "send(thread_id, run.id,")
        .replace("def send(thread_id, run.id,", "def send(thread_id, run_id,")
        .replace("run_id=run.id, tool_outputs", "run_id=run_id, tool_outputs")
    )
    assert "        run = send(thread_id, run.id, outputs)\n    return run\n" in after
    assert "beta" not in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    if outputs:\n", "    if outputs == 3:\n        return 3\n    if outputs:\n"),
        ("            answer(thread_id, state)", "            said = answer(thread_id, state)"),
        ("        send(", "        yield\n        send("),
        ("def send", "def other(thread_id, run):\n    return answer(thread_id, run)\n\n\ndef send"),
    ],
)
def test_who_says_something_else_hands_nothing_on(old: str, new: str) -> None:
    source = TWO_LEVELS.replace(old, new)
    assert source != TWO_LEVELS
    after = fix_all(source)
    assert "goes_on(" in after or "responses.create(" not in after


def test_the_run_beside_its_id_takes_what_is_handed_in_one_by_one() -> None:
    one_by_one = """def answer(thread_id, run, run_id):
    for call in run.required_action.submit_tool_outputs.tool_calls:
        if call.function.name == "look":
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id,
                run_id=run_id,
                tool_outputs=[{"tool_call_id": call.id, "output": "1"}],
            )
"""
    asked = ASK.replace("answer(thread_id, state)", "answer(thread_id, state, run.id)")
    after = fix_all(asked + one_by_one)
    assert "            response = answer(thread_id, response, response.id)\n" in after
    assert "            run = client.responses.create(\n" in after
    assert after.endswith("    return run\n")
    other = asked.replace("run.id)\n\n", "first.id)\n\n").replace(
        "    while",
        "    first = client.beta.threads.runs.create(\n"
        '        thread_id=thread_id, assistant_id="asst_1"\n    )\n    while',
    )
    assert "= answer(" not in fix_all(other + one_by_one)


def test_what_has_the_id_follows_a_state_that_a_function_gives() -> None:
    given = ASK.replace("answer(thread_id, state)", "state = answer(thread_id, state)")
    answer = "def answer(thread_id, run, outputs=()):\n    return " + SUBMIT
    after = fix_all(given + answer)
    assert "            state = answer(thread_id, state)\n            response = state\n" in after
    by_id = given.replace("def ask(thread_id):", "def ask(thread_id, run_id):").replace(
        "run_id=run.id", "run_id=run_id"
    )
    start = by_id.index("    run = client")
    by_id = by_id[:start] + by_id[by_id.index("\n", start) + 1 :]
    made = """


def start(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id="asst_1")
    ask(thread_id, run.id)
"""
    after = fix_all(by_id + answer + made)
    assert "state = answer(thread_id, state)\n            run_id = state.id\n" in after
