"""Items of all rounds of a run that has a name: a list beside it takes those of each response."""

from __future__ import annotations

import ast
from datetime import date

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

SCRIPT = """import json

from openai import OpenAI

client = OpenAI()
LABELS = {"function": "a function", "code_interpreter": "code"}
assistant = client.beta.assistants.create(
    model="gpt-4o",
    tools=[{"type": "function", "function": {"name": "now", "parameters": {"type": "object"}}}],
)


def ask(question):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id
    )
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "noon"})
        # hand them in
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    said = client.beta.threads.messages.list(thread_id=thread.id, run_id=run.id)
    for message in said.data:
        print(message.role, message.content[0].text.value)
    steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id)
    kinds = []
    for step in steps.data[::-1]:
        kinds.append(step.type)
        if step.type not in ("tool_calls",):
            continue
        for call in step.step_details.tool_calls:
            kind = call.type
            if kind in LABELS:
                print(LABELS[kind])
    return kinds


ask("What time is it?")
"""
_ROUNDS = (
    "the steps of a run with function calls lie in several responses: keep the items of each round"
)
_MESSAGES = "items cannot be listed by response: read `response.output`"


def fixed(source: str) -> str:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)
    return done


def test_a_list_takes_the_items_of_each_response() -> None:
    done = fixed(SCRIPT)
    assert "    response = assistant(conversation=conversation.id)\n    items = list(" in done
    assert (
        "        # hand them in\n"
        "        response = assistant(conversation=conversation.id, input=outputs)\n"
        "        items += response.output\n"
    ) in done
    assert 'said = [item for item in reversed(items) if item.type == "message"]' in done
    assert "    steps = items[::-1]\n" in done
    assert "    for step in steps[::-1]:\n" in done


def test_types_that_are_kept_have_their_old_names() -> None:
    done = fixed(SCRIPT)
    assert 'kind = call.type.removesuffix("_call")\n' in done
    kept = done[done.index("kinds.append(") : done.index(") not in (")]
    assert kept.count('"tool_calls"') == kept.count('"message_creation"') == 2


def test_a_name_of_the_program_stays_its_own() -> None:
    done = fixed(SCRIPT.replace("kinds", "items"))
    assert "items_2 = list(response.output)" in done or "items = list(" not in done
    assert "items.append(" in done


def test_each_place_that_makes_the_run_begins_the_list() -> None:
    source = SCRIPT.replace(
        """    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id
    )
""",
        """    if question:
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread.id, assistant_id=assistant.id
        )
    else:
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread.id, assistant_id=assistant.id
        )
""",
    )
    assert fixed(source).count("        items = list(response.output)\n") == 2


def test_a_second_run_of_the_name_begins_the_list_anew() -> None:
    start = SCRIPT.index("    run = client.beta.threads.runs.create_and_poll(")
    steps = "    steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id)\n"
    again = (
        SCRIPT[start : SCRIPT.index("    said =")] + steps + "    print([s.id for s in steps])\n"
    )
    done = fixed(SCRIPT.replace("    kinds = []\n", again + "    kinds = []\n"))
    assert done.count("    items = list(response.output)\n") == 2
    assert done.count("        items += response.output\n") == 2
    assert done.count("    steps = items[::-1]\n") == 2


def test_a_run_that_is_fetched_by_a_second_name() -> None:
    source = SCRIPT.replace("runs.create_and_poll", "runs.create")
    source = source.replace(
        '    if run.status == "requires_action":',
        """    state = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if state.status == "requires_action":""",
    )
    done = fixed(source.replace("in run.required_action", "in state.required_action"))
    assert "items = list(response.output)\n" in done
    assert "items += response.output\n" in done


WAITED = SCRIPT.replace("runs.create_and_poll", "runs.create").replace(
    "def ask(question):",
    """def wait(thread, run):
    while run.status in ("queued", "in_progress"):
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    return run


def ask(question):""",
)


def test_a_function_that_waits_gives_the_run_back() -> None:
    source = WAITED.replace(
        '    if run.status == "requires_action":',
        '    run = wait(thread, run)\n    while run.status == "requires_action":',
    ).replace("    said =", "        run = wait(thread, run)\n    said =")
    done = fixed(source)
    assert (
        "    items = list(response.output)\n    response = wait(conversation, response)\n" in done
    )
    assert "        items += response.output\n" in done


def test_a_function_that_waits_for_another_run_may_give_that() -> None:
    source = WAITED.replace(
        '    if run.status == "requires_action":',
        """    first = run
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    run = wait(thread, first)
    if run.status == "requires_action":""",
    )
    analysis = analyse(source, today=TODAY)
    assert {b.root.message for f in analysis.findings for b in f.blockers} & {_ROUNDS, _MESSAGES}


def test_it_stays_where_the_rounds_are_not_certain() -> None:
    old = "    run = client.beta.threads.runs.create_and_poll(\n"
    fetched = "client.beta.threads.runs.retrieve(thread_id='t', run_id=question)"
    new = f"    run = {fetched}\n    if not run:\n"
    source = SCRIPT.replace(old, f"{new}        {old.strip()}\n")
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    blockers = {b.root.message for f in analysis.findings for b in f.blockers}
    assert {_ROUNDS, _MESSAGES} & blockers
