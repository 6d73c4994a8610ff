"""A run's status that is read by ``getattr``, which says when calls are to be answered, too."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """import time

from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
"""
KEPT = (
    HEAD
    + """    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        status = getattr(run, "status", None)
        if status == "requires_action":
            raise ValueError("no tools")
        if status == "completed":
            return
        time.sleep(1)
"""
)
COMPARED = (
    HEAD
    + """    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if getattr(run, "status", None) == "completed":
            return
        if run.status == "requires_action":
            raise ValueError("no tools")
        time.sleep(1)
"""
)


def test_a_kept_status_says_that_calls_wait() -> None:
    assert """
    status = (
        "requires_action"
        if any(item.type == "function_call" for item in response.output)
        else str(response.status)
    )
    if status == "requires_action":
""" in fix_all(KEPT)


def test_a_response_that_waits_is_not_completed() -> None:
    assert """
    if response.status == "completed" and not any(
        item.type == "function_call" for item in response.output
    ):
        return
    if any(item.type == "function_call" for item in response.output):
""" in fix_all(COMPARED)


def test_a_run_that_may_be_none_blocks() -> None:
    code = KEPT.replace(
        "    while True:\n", "    if assistant_id is None:\n        run = None\n    if True:\n"
    )
    code = code.replace(
        "        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)\n", ""
    )
    assert [b for _, b in blockers(code) if "may be None here" in b]


def test_a_status_that_nothing_tells_apart_is_read_as_before() -> None:
    after = fix_all(KEPT.replace('"requires_action"', '"failed"'))
    assert 'status = getattr(response, "status", None)' in after
