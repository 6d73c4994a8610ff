"""States of runs that are fetched for callers, where another function hands in their outputs."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

CLIENT = '''from openai import OpenAI

client = OpenAI()


def state(thread_id, run_id):
    """As it is now."""
    return client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id).status


def hand_in(thread_id, run_id, outputs):
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )
'''


def test_a_response_with_calls_is_not_completed_for_them() -> None:
    after = fix_all(CLIENT)
    becomes(CLIENT, after)
    assert "    response = client.responses.retrieve(run_id)\n" in after
    assert '"requires_action"' in after


def test_where_nothing_is_handed_in_no_run_waits() -> None:
    plain = CLIENT[: CLIENT.index("\n\ndef hand_in")]
    assert "    return client.responses.retrieve(run_id).status\n" in fix_all(plain)
