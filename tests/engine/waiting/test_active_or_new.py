"""A run that is still active, or a new one: nothing is active, so it is the new one."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")


def ask(thread_id):
    active = None
    try:
        runs = client.beta.threads.runs.list(thread_id=thread_id)
        active = next((r for r in runs.data if r.status == "in_progress"), None)
    except Exception as error:
        print(error)
    if active:
        run = active
    else:
        # none is going on
        run = client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant.id
        )
    return run.status
"""
AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")


def ask(thread_id):
    active = None
    # none is going on
    response = assistant(conversation=thread_id)
    return response.status
"""


def test_the_attempt_and_the_choice_go() -> None:
    becomes(BEFORE, AFTER)


def test_what_else_reads_the_run_keeps_it() -> None:
    source = BEFORE.replace("return run.status", "return active, run.status")
    after = fix_all(source)
    assert "for response_id in response_ids_of(thread_id)" in after
    assert "keep(assistant(" in after
