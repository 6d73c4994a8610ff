"""Texts that begin with a byte order mark."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

PROGRAM = """\
{head}from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="hi")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
print(run.status)
"""


@pytest.mark.parametrize("head", ["\ufeff", "\ufeffimport os\n", '\ufeff"""Docs."""\n'])
def test_lines_above_the_first_one_stand_behind_the_mark(head: str) -> None:
    after = fix_all(PROGRAM.format(head=head))
    assert after.startswith("\ufeff")
    assert "beta" not in after
    assert after.count("\ufeff") == 1
    assert after[1:] == fix_all(PROGRAM.format(head=head[1:]))
