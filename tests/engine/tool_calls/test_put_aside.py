"""What a run is told that is worked out as it is made: the responses that go on have it, too."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """import os
from datetime import date

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="guide", instructions="Help.")


"""
IN_LOOP = (
    HEAD
    + """def ask(question, user):
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.runs.create(
        thread_id=thread.id,
        agent_id=agent.id,
        # who asks
        instructions=f"Today is {date.today()}. "
        f"You talk to {user.title()}.",
    )
    while run.status in ("queued", "in_progress", "requires_action"):
        run = client.runs.get(thread_id=thread.id, run_id=run.id)
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": "12"})
            client.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run.id, tool_outputs=outputs
            )
    return run.status
"""
)
IN_FUNCTION = (
    HEAD
    + """def answer(thread, run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        outputs.append({"tool_call_id": call.id, "output": "12"})
    return client.runs.submit_tool_outputs(
        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
    )


def ask(question):
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.runs.create(
        thread_id=thread.id, agent_id=agent.id, instructions="It is " + str(date.today())
    )
    if run.status == "requires_action":
        run = answer(thread, run)
    return run.status
"""
)
_REASON = "the options that the run was made with are not at hand here"


def test_a_text_is_worked_out_once() -> None:
    after = fix_all(IN_LOOP)

    assert (
        '    run_instructions = f"Today is {date.today()}. " f"You talk to {user.title()}."\n'
        "    response = openai_client.responses.create(\n"
        "        conversation=conversation.id,\n"
        "        # who asks\n"
    ) in after
    assert after.count('"structured_inputs": {"instructions": run_instructions}') == 2
    assert after.count("date.today()") == 1


def test_a_function_that_hands_in_outputs_gets_it() -> None:
    after = fix_all(IN_FUNCTION.replace("str(date", "repr(date"))

    assert "def answer(thread, run, run_instructions):" in after
    assert 'run_instructions = "It is " + repr(date.today())\n' in after
    assert "run_instructions=run_instructions" in after


def test_it_stays_where_the_name_is_taken_or_the_text_has_lines_of_its_own() -> None:
    taken = IN_LOOP.replace(
        "def ask(question, user):", "def ask(question, user, run_instructions):"
    )
    lines = IN_LOOP.replace(
        'f"Today is {date.today()}. "\n        f"You talk to {user.title()}."',
        'f"""Today is\n{date.today()}."""',
    )
    for source in (taken, lines):
        assert source != IN_LOOP
        assert _REASON in str(blockers(source))


def test_it_stays_where_the_run_may_not_have_been_made_there() -> None:
    line = "    run = client.runs.create(\n"
    early = IN_FUNCTION.replace("str(date", "repr(date")
    early = early.replace(line, f"    run = None\n    if question:\n    {line}")
    assert _REASON in str(blockers(early))
