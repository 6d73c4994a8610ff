"""A function that fetches a run by an id that it is given, and goes on with the run of that."""

from __future__ import annotations

from tests.rules.fixing import fix_all

PROGRAM = """import time

CLIENT


def poll(client, thread_id, run_id, attempts=10):
    count = 0
    while count < attempts:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
        count += 1
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": "noon"})
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread_id, run_id=run.id, tool_outputs=outputs
            )
        if run.status in ("failed", "completed"):
            break
        time.sleep(1)


assistant = client.beta.assistants.create(model="gpt-4o", name="guide")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
poll(client, thread.id, run.id)
"""


def test_the_id_is_that_of_the_response_that_goes_on() -> None:
    client = "from openai import OpenAI\n\nclient = OpenAI()"
    after = fix_all(PROGRAM.replace("CLIENT", client))

    assert "        response = client.responses.retrieve(run_id)\n" in after
    assert (
        "            response = assistant(conversation=thread_id, input=outputs)\n"
        "            run_id = response.id\n"
    ) in after


def test_in_foundry_the_response_itself_goes_on() -> None:
    client = (
        "from openai import AzureOpenAI\n\n"
        'client = AzureOpenAI(api_key="k", api_version="v", azure_endpoint="https://x")'
    )
    after = fix_all(PROGRAM.replace("CLIENT", client))

    assert "def poll(client, thread_id, finished, attempts=10):" in after
    assert "        response = finished\n" in after
    assert "            finished = response\n        if response.status" in after
    assert "poll(client, conversation.id, run)" in after
