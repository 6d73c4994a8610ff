"""Old code of several lines that moves to another depth."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    model="gpt-4o",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "weather",
                "parameters": {
                    "type": "object",
                    "properties": {
                        "place": {"type": "string"},  # a town
                    },
                },
            },
        }
    ],
)
"""


def test_they_keep_their_depth_below_the_line_they_start_on() -> None:
    becomes(
        BEFORE,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(
    client.responses.create,
    model="gpt-4o",
    tools=[
        {
            "type": "function",
            "name": "weather",
            "parameters": {
                "type": "object",
                "properties": {
                    "place": {"type": "string"},  # a town
                },
            },
            "strict": False,
        }
    ],
)
""",
    )


@pytest.mark.parametrize(
    "words", ['"""a\n                        b"""', '"a\\\n                        b"']
)
def test_lines_of_a_text_stay(words: str) -> None:
    before = BEFORE.replace('{"type": "string"}', f'{{"description": {words}}}')
    assert f'{{"description": {words}}}' in fix_all(before)
