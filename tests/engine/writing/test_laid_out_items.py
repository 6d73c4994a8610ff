"""An item of a listing that is written in place: broken as a formatter breaks it."""

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

HEAD = "from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef last(thread_id):\n"
LISTED = 'client.beta.threads.messages.list(thread_id=thread_id, order="desc").data[0]\n'
NEW = """[
        item
        for item in client.conversations.items.list(
            conversation_id=thread_id, order="desc"
        )
        if item.type == "message"
    ][0]
"""


@pytest.mark.parametrize("start", ["    return ", "    newest = "])
def test_an_item_of_a_listing(start: str) -> None:
    text = HEAD + start + LISTED
    analysis = analyse(text, today=date(2026, 11, 23), line_length=88)

    assert apply_edits(text, analysis.fix_all(unsafe=True)).endswith(start + NEW)


TEXT = """    return next(
        (
            part.text
            for part in [
                item
                for item in client.conversations.items.list(
                    conversation_id=thread_id, order="desc"
                )
                if item.type == "message"
            ][0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
"""


def test_the_text_of_an_item() -> None:
    text = HEAD + "    return " + LISTED.rstrip() + ".content[0].text.value\n"
    analysis = analyse(text, today=date(2026, 11, 23), line_length=88)

    assert apply_edits(text, analysis.fix_all(unsafe=True)).endswith(TEXT)
