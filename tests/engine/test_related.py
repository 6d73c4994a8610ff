"""The places that stand beside a finding."""

from __future__ import annotations

from tests.rules.fixing import look

HEAD = """\
from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()
"""
SEND = 'client.beta.threads.messages.create(thread.id, role="user", content="?")\n'


def test_the_nearest_calls_of_a_flow() -> None:
    program = HEAD + SEND * 50

    last = look(program).findings[-1]
    flow = [note.span.start for note in last.related if "same flow" in note.message]

    places = [i for i in range(len(program)) if program.startswith("client.beta", i)]
    assert flow == places[-17:-1]


def test_the_client_stands_there_too() -> None:
    first = look(HEAD).findings[0]

    assert [note.span.start for note in first.related] == [HEAD.index("OpenAI()")]
