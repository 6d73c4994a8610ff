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


def test_no_default_stays_none() -> None:
    reading = '    return dump["content"][0].get("text", {}).get("value")'
    assert '    return dump["content"][0].get("text")\n' in _after(reading)


GATHERED = """from openai import OpenAI

client = OpenAI()


def rows(thread_id: str):
    found = []
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        found.append(message.model_dump())
    return found


def texts(thread_id: str):
    for row in reversed(rows(thread_id)):
        print({reading})
"""
COMPREHENSION = """from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list(thread_id="t")
rows = [message.model_dump() for message in messages.data]
print({reading})
"""


@pytest.mark.parametrize(
    ("program", "row"),
    [(GATHERED, "row"), (COMPREHENSION, "rows[0]"), (COMPREHENSION, "list(rows[:2])[1]")],
)
def test_dumps_in_a_list_are_read_like_one(program: str, row: str) -> None:
    after = fix_all(program.format(reading=row + '["content"][0]["text"]["value"]'))
    assert f'print({row}["content"][0]["text"])' in after
    assert "`thread_id` is read" in str(blockers(program.format(reading=row + '["thread_id"]')))


KEPT = """from openai import OpenAI

client = OpenAI()


class Store:
    def fill(self, thread_id: str):
        {keep}

    def first(self):
        return self.rows[0]["content"][0]["text"]["value"]
"""
LISTING = "client.beta.threads.messages.list(thread_id=thread_id)"


@pytest.mark.parametrize(
    "keep",
    [
        f"self.rows = [m.model_dump() for m in {LISTING}]",
        f"for m in {LISTING}: self.rows.append(m.to_dict())",
        f"for m in {LISTING}: self.rows[m.id] = m.to_dict()",
        f"for m in {LISTING}: yield m.to_dict()",
        f'self.data = {{"rows": [m.to_dict() for m in {LISTING}]}}',
    ],
)
def test_dumps_that_are_kept_may_be_read_elsewhere(keep: str) -> None:
    program = KEPT.format(keep=keep)
    assert "this may be the text of a message's dump" in str(blockers(program))
    assert not blockers(program.replace('["text"]["value"]', '["role"]'))
