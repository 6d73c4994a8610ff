"""Names of listed runs that stand for another run behind the listing."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

SEND = """from openai import OpenAI

client = OpenAI()


def send(thread_id: str, assistant_id: str, text: str):
    runs = client.beta.threads.runs.list(thread_id=thread_id)
    for run in runs.data:
        if run.status in ["queued", "in_progress"]:
            client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run.id)
    try:
        client.beta.threads.messages.create(thread_id, role="user", content=text)
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant_id
        )
        return run.status
    except Exception as error:
        print(error)
"""


def test_a_name_that_is_given_a_new_run_is_not_of_the_listing() -> None:
    after = fix_all(SEND)
    assert not look(after).findings
    assert "runs" not in after
    assert "    response = client.responses.create(" in after or "run = client" in after


def test_a_name_that_may_still_be_of_the_listing_is() -> None:
    kept = SEND.replace("print(error)", "print(error, run.id)")
    assert "responses cannot be listed" in str(blockers(kept))
