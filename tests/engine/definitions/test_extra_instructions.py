"""Extra instructions that a caller may leave out."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, extra: str | None = None):
    client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, additional_instructions=extra{}
    )
"""


def test_a_message_is_given_only_where_there_is_a_text() -> None:
    after = fix_all(_PROGRAM.format(""))

    assert (
        """\
        input=(
            [{"role": "developer", "content": extra}]
            if extra
            else omit
        ),
"""
        in after
        or '        input=([{"role": "developer", "content": extra}] if extra else omit),\n'
        in after
    )
    assert "from openai import OpenAI, omit\n" in after


def test_beside_other_messages_it_is_asked_for_when_the_program_runs() -> None:
    more = ',\n        additional_messages=[{"role": "user", "content": "hi"}]'
    program = _PROGRAM.format(more)

    after = fix_all(program)
    assert (
        """\
                {
                    "additional_instructions": extra,
                    "additional_messages": [{"role": "user", "content": "hi"}],
                },
                definition_of(assistant_id),
"""
        in after
    )
    becomes(program, after)
