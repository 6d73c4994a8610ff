"""Dumps of the parts of messages that are read by key."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_HEAD = """import os

from openai import OpenAI

client = OpenAI()


def show():
    for message in client.beta.threads.messages.list(thread_id=os.environ["T"]):
        for part in message.content:
            dump = part.to_dict()
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('print(dump["text"]["value"])', 'print(dump["text"])'),
        (
            'print(dump.get("type") == "text" and "text" in dump)',
            'print(dump.get("type") in ("output_text", "input_text") and "text" in dump)',
        ),
        ('print("value" in dump.get("text", {}))', 'print("text" in dump)'),
        ('print("value" not in dump["text"])', 'print("text" not in dump)'),
        (
            'print(part.to_dict().get("text", {}).get("value", ""))',
            'print(part.model_dump().get("text", ""))',
        ),
    ],
)
def test_a_part_that_is_read_by_key(before: str, after: str) -> None:
    assert after in fix_all(f"{_HEAD}            {before}\n")


@pytest.mark.parametrize("read", ['dump["text"]["annotations"]', 'dump["image_file"]'])
def test_what_has_no_such_key_any_more(read: str) -> None:
    found = blockers(f"{_HEAD}            print({read})\n")
    assert any("is read of the dump" in message for _, message in found)
