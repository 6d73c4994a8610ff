"""Functions out of view that only show what they are given."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

RUN = """from openai import OpenAI
from tools import logs, note

client = OpenAI()
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="asst_1")
"""


@pytest.mark.parametrize(
    "uses",
    [
        "note('the run begins')\nnote(run)\n",
        "logs.event(f'{thread.id}', error=True)\nlogs.event(run, error=True)\n",
        "showStatus('the run begins')\nshowStatus(run)\n",
        "note(1, text='the run begins')\nnote(2, text=run)\n",
    ],
)
def test_what_gets_texts_shows_what_it_gets(uses: str) -> None:
    after = fix_all(RUN + uses)
    assert "client.responses.create(" in after
    assert "(response" in after or "=response)" in after
    assert any("other fields" in note for note in notes(RUN + uses))


@pytest.mark.parametrize(
    "uses",
    [
        "q.put('the run begins')\nq.put(run)\n",
        "socket.emit('the run begins')\nsocket.emit(run)\n",
        "output_queue.put('the run begins')\noutput_queue.put(run)\n",
        "error_handler('the run begins')\nerror_handler(run)\n",
        "logs.put('the run begins')\nlogs.put(run)\n",
        "catalog('the run begins')\ncatalog(run)\n",
    ],
)
def test_what_may_do_more(uses: str) -> None:
    assert any("gets the whole object" in message for _, message in blockers(RUN + uses))


@pytest.mark.parametrize(
    "uses",
    [
        "note('begin')\nnote(run)\n",
        "note('the run begins')\nprint(note(run))\n",
        "note('the run begins', run)\n",
        "note(text='the run begins')\nnote(run)\n",
        "logs.event('the run begins')\nlogs.other(run)\n",
    ],
)
def test_what_may_read_a_run_gets_it_as_it_was(uses: str) -> None:
    assert "run_of(response)" in fix_all(RUN + uses)
