"""The content of messages that are made dicts, read by key."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

READ = """import json
from openai import OpenAI

client = OpenAI()


def newest(thread_id: str):
    message = client.beta.threads.messages.list(thread_id=thread_id).data[0]
    dump = {dump}
{reading}
"""
DUMPS = ("message.model_dump()", "json.loads(message.model_dump_json())", "message.to_dict()")


def _after(reading: str, dump: str = DUMPS[0]) -> str:
    before = READ.format(dump=dump, reading=reading)
    after = fix_all(before)
    assert not look(after).findings
    return after


@pytest.mark.parametrize("dump", DUMPS)
def test_the_text_is_a_string(dump: str) -> None:
    reading = '    return dump["content"][0]["text"]["value"]'
    assert '    return dump["content"][0]["text"]\n' in _after(reading, dump)


def test_parts_and_texts_have_names() -> None:
    after = _after(
        """    content = dump["content"]
    if not content:
        return None
    part = content[0]
    text = part["text"]
    return text["value"]"""
    )
    assert '    text = part["text"]\n    return text\n' in after


def test_parts_are_asked_what_they_are() -> None:
    after = _after(
        """    for part in dump.get("content", []):
        if part["type"] == "text":
            print(part.get("text", {}).get("value", "-"))"""
    )
    assert '        if part["type"] in ("output_text", "input_text"):\n' in after
    assert '            print(part.get("text", "-"))\n' in after


@pytest.mark.parametrize(
    "reading",
    [
        '    return dump["content"]',
        '    return dump["content"][0]["text"]["annotations"]',
        '    return dump["content"][0]["image_file"]["file_id"]',
        '    parts = dump["content"] or []\n    return parts[0]["text"]["value"]',
        '    return [p for p in dump["content"] if p["type"] == "image_file"]',
    ],
)
def test_other_readings_are_left_to_a_person(reading: str) -> None:
    found = blockers(READ.format(dump=DUMPS[0], reading=reading))
    assert "`content` is read of the dump" in str(found)
