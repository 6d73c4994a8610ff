"""What callers have of a run that a function goes on with."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

START = """from openai import OpenAI

client = OpenAI()
helper = client.beta.assistants.create(model="m", instructions="i")


def finish(thread_id, run):
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "sunny"})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].content[0].text.value


thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=helper.id)
"""
ANSWER = """messages = client.beta.threads.messages.list(thread_id=thread.id)
print(messages.data[0].content[0].text.value)
"""


def _said(program: str) -> list[str]:
    return [message for _, message in blockers(program)]


def test_a_run_that_is_read_again_is_what_it_was_or_fetched() -> None:
    call = START + "finish(thread.id, run)\n"
    again = "run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)\n"
    between = START.replace("thread = ", "def both(thread_id, run):\n    ", 1).replace(
        "    client.beta.threads.create()\n",
        "    return finish(thread_id, run)\n\n\nthread = client.beta.threads.create()\n",
    )

    for program in (
        call + "print(run.status)\n",
        between + "both(thread.id, run)\nprint(run.usage)\n",
        START + "while run.status:\n    finish(thread.id, run)\n",
    ):
        after = fix_all(program)
        assert "        run = helper(conversation=thread_id, input=outputs)\n" in after
        assert "goes_on" not in after
    after = fix_all(call + again + "print(run.status)\n")
    assert "goes_on(run.id, helper(conversation=thread_id, input=outputs))" in after
    assert "response = client.responses.retrieve(latest_response(response.id))\n" in after


def test_a_run_that_is_made_anew_is_another_one() -> None:
    made = START[START.index("run = client") :]
    assert not _said(START + "finish(thread.id, run)\n" + made + "finish(thread.id, run)\n")
    looped = "for text in texts:\n    " + made + "    print(run.id)\n    finish(thread.id, run)\n"
    assert not _said(START[: START.index("run = client")] + looped)


def test_the_answer_is_that_of_the_last_response() -> None:
    after = fix_all(START + "finish(thread.id, run)\n" + ANSWER)
    assert "output_text)" not in after
    direct = fix_all(START + ANSWER)
    assert direct.endswith("print(response.output_text)\n")
