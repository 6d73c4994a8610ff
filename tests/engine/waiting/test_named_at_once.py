"""A loop's test may name the run that it fetches: ``while (now := retrieve(...)).status``."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

WAIT = """import time

from openai import OpenAI

client = OpenAI()
writer = client.beta.assistants.create(model="gpt-4o", instructions="Write")


seen: list[str] = []


def ask(thread):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=writer.id)
    while (
        now := client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)
    ).status != "completed":
        BODY
        time.sleep(1)
    return now.status, run.id


print(ask(client.beta.threads.create()))
"""


def test_what_reads_that_name_reads_the_response() -> None:
    before = WAIT.replace(
        "BODY", 'if now.status == "failed":\n            return now.last_error, ""'
    )
    after = fix_all(before)
    becomes(before, after)
    assert "while" not in after
    assert 'if response.status == "failed":\n        return response.error, ""\n' in after
    assert "return response.status, response.id\n" in after
    assert "now" not in after


def test_a_loop_that_stays_keeps_its_name() -> None:
    after = fix_all(WAIT.replace("BODY", "seen.append(now.status)"))
    assert "now := client." in after
    assert "return now.status" in after
