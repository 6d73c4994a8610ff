"""Functions that hand in outputs and return the run: who polls by its id goes on with it."""

from __future__ import annotations

from tests.rules.fixing import fix_all

POLLED = """import json
import time

from openai import OpenAI

from tools import look_up

client = OpenAI()
ASSISTANT = "asst_1"


def get_run(run_id, thread_id):
    return client.beta.threads.runs.retrieve(run_id=run_id, thread_id=thread_id)


def answer_calls(run_id, thread_id):
    run = get_run(run_id, thread_id)
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        output = look_up(**json.loads(call.function.arguments))
        outputs.append({"tool_call_id": call.id, "output": output})
    return client.beta.threads.runs.submit_tool_outputs(
        run_id=run_id, thread_id=thread_id, tool_outputs=outputs
    )


def wait(run_id, thread_id):
    while True:
        run = get_run(run_id, thread_id)
        if run.status == "completed":
            return run
        if run.status == "requires_action":
            answer_calls(run_id, thread_id)
        time.sleep(1)


def ask(thread_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=ASSISTANT)
    wait(run.id, thread_id)
"""


def test_who_polls_by_the_id_takes_that_of_the_response_that_goes_on() -> None:
    after = fix_all(POLLED)
    assert "            run_id = answer_calls(run_id, thread_id).id\n" in after
    assert "    return client.responses.create(\n" in after
    assert "beta" not in after


def test_who_does_not_read_the_run_again_stays() -> None:
    again = POLLED.replace("wait(run.id", "answer_calls(run.id")
    asked = again.replace(POLLED[POLLED.index("def wait") : POLLED.index("def ask")], "")
    assert "    answer_calls(response.id, thread_id)\n" in fix_all(asked)


def test_a_run_that_is_read_again_further_up() -> None:
    read = POLLED + "    print(get_run(run.id, thread_id).status)\n"
    assert "return client.responses.retrieve(latest_response(run_id))\n" in fix_all(read)
    assert "    return goes_on(\n        run_id,\n        client.responses.create(" in fix_all(read)


RETURNED = POLLED.replace("            answer_calls(", "            return handle(").replace(
    "def wait",
    """def handle(run_id, thread_id):
    return wait(answer_calls(run_id, thread_id).id, thread_id)


def wait""",
)


def test_a_loop_that_is_left_with_the_outputs_reads_nothing_again() -> None:
    after = fix_all(RETURNED)
    assert "            return handle(run_id, thread_id)\n" in after
    assert "beta" not in after


CELLS = (
    POLLED[: POLLED.index("def wait")]
    + """# %%
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=ASSISTANT)
# %%
get_run(run.id, thread.id).status
# %%
answer_calls(run.id, thread.id)
# %%
print("done")
"""
)


def test_a_cell_that_is_run_again_has_the_response_that_goes_on() -> None:
    after = fix_all(CELLS)
    assert "response = answer_calls(response.id, conversation.id)\nresponse\n# %%\n" in after
    assert "get_run(response.id, conversation.id).status\n" in after


def test_a_script_is_run_once() -> None:
    after = fix_all(CELLS.replace("# %%\n", ""))
    assert "\nanswer_calls(response.id, conversation.id)\n" in after
