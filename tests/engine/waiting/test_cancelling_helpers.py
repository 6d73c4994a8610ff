"""A function that cancels runs where loops give them up has nothing left to cancel."""

from __future__ import annotations

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import fix_all

SOURCE = """import time

from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id, assistant_id, limit=60):
        run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id=assistant_id
        )
        end = time.time() + limit
        while True:
            if time.time() > end:
                self._stop(thread_id, run.id)
                raise TimeoutError("too long")
            run = self.client.beta.threads.runs.retrieve(
                thread_id=thread_id, run_id=run.id
            )
            if run.status == "completed":
                return run.usage
            time.sleep(1)

    def _stop(self, thread_id, run_id):
        # whatever it says
        self.client.beta.threads.runs.cancel(thread_id=thread_id, run_id=run_id)
"""


def test_the_cancellation_goes() -> None:
    after = fix_all(SOURCE)
    assert "cancel" not in after
    assert "        # whatever it says\n        pass\n" in after
    assert any("nothing is cancelled any more" in note for note in notes(SOURCE))


def test_a_run_of_callers_that_is_given_up_is_waited_for_by_then() -> None:
    static = SOURCE.replace("self, thread_id, run_id", "thread_id, run_id")
    static = static.replace("        # whatever it says\n", "")
    static = static.replace("    def _stop(", "    @staticmethod\n    def _stop(")
    static = static.replace(
        "        self.client.beta.threads.runs.cancel", "        OpenAI().beta.threads.runs.cancel"
    )
    assert "cancel" not in fix_all(static)


@pytest.mark.parametrize(
    "more",
    [
        "\n    def stop(self, thread_id, run_id):\n        self._stop(thread_id, run_id)\n",
        "\n    stopper = _stop\n",
        "\n\nclass Other(Desk):\n    pass\n",
    ],
    ids=["called by others", "named", "inherited"],
)
def test_who_else_may_cancel_keeps_it(more: str) -> None:
    _is_kept(SOURCE + more)


def test_a_result_that_is_taken_keeps_it() -> None:
    source = SOURCE.replace(
        "        self.client.beta.threads.runs.cancel",
        "        return self.client.beta.threads.runs.cancel",
    )
    _is_kept(source)


def _is_kept(source: str) -> None:
    """It is cancelled as before: in the background, or in vain, as a finished run was."""
    after = fix_all(source)
    assert "background=True" in after
    assert "self.client.responses.cancel(run_id)" in after
    polled = source.replace("runs.create(", "runs.create_and_poll(")
    assert "self.client.responses.cancel(run_id)" in fix_all(polled)
    assert any("is an error, as it was" in note for note in notes(polled))
