"""Content that is put together step by step."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

GATHERED = """from openai import OpenAI

client = OpenAI()


def send(thread_id, text, files):
    parts = [{"type": "text", "text": text}]
    for file in files:
        parts.append({"type": "image_file", "image_file": {"file_id": file}})
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=parts)
"""

GATHERED_AFTER = """from openai import OpenAI
from openai.types.responses import ResponseInputContentParam

client = OpenAI()


def send(thread_id, text, files):
    parts: list[ResponseInputContentParam] = [{"type": "input_text", "text": text}]
    for file in files:
        parts.append({"type": "input_image", "file_id": file, "detail": "auto"})
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": parts}],
    )
"""

USED_ELSEWHERE = GATHERED.replace(
    "        parts.append", "        print(parts)\n        parts.append"
)


def test_parts_of_a_list() -> None:
    becomes(GATHERED, GATHERED_AFTER)


def test_parts_that_something_else_reads() -> None:
    assert [m for _, m in blockers(USED_ELSEWHERE)] == [
        "the parts are used for something else, too"
    ]


HEAD = """from openai import OpenAI

client = OpenAI()


def send(thread_id, text, file):
"""

OLD = "this part of a message has its old shape: make it an `input_text` or `input_image` part"
MIXED = "this content may be a list of parts from elsewhere, and the parts here get new shapes"
SEND = """
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content={})
"""

NOT_ONLY_HERE = {
    "a choice that is kept": (
        '    parts = [{"type": "text", "text": text}] if file else text' + SEND.format("parts"),
        OLD,
    ),
    "added lists": (
        '    parts = [{"type": "text", "text": text}]\n'
        '    parts += [{"type": "image_file", "image_file": {"file_id": f}} for f in file]'
        + SEND.format("parts"),
        OLD,
    ),
    "what a function makes": (
        SEND.format("made(text)")
        + '\n\ndef made(text):\n    return [{"type": "text", "text": text}]\n',
        OLD,
    ),
    "what a caller gives by a name": (
        SEND.format("text")
        + '\n\nparts = [{"type": "text", "text": "Hello"}]\nsend("thread_1", parts, None)\n',
        OLD,
    ),
    "a text or a list": (
        "    given: str | list = text\n"
        "    if isinstance(given, str):\n"
        '        parts = [{"type": "text", "text": given}]\n'
        "    else:\n"
        "        parts = given" + SEND.format("parts"),
        MIXED,
    ),
}


@pytest.mark.parametrize("name", NOT_ONLY_HERE)
def test_parts_that_would_keep_their_old_shape(name: str) -> None:
    body, reason = NOT_ONLY_HERE[name]
    assert {m for _, m in blockers(HEAD + body)} == {reason}


def test_parts_in_the_argument_itself() -> None:
    given = '[{"type": "text", "text": text}] if file else text'
    after = fix_all(HEAD + SEND.format(given))
    assert '[{"type": "input_text", "text": text}] if file else text' in after


def test_lists_in_two_branches_have_one_type() -> None:
    body = (
        "    if file:\n"
        '        parts = [{"type": "image_file", "image_file": {"file_id": file}}]\n'
        "    else:\n"
        '        parts = [{"type": "text", "text": text}]' + SEND.format("parts")
    )
    after = fix_all(HEAD + body)
    assert "        parts: list[ResponseInputContentParam] = [" in after
    assert '        parts = [{"type": "input_text", "text": text}]\n' in after


def test_a_text_that_becomes_a_list() -> None:
    body = (
        '    parts = f"Say: {text}"\n'
        "    if file:\n"
        '        parts = [{"type": "text", "text": text}]' + SEND.format("parts")
    )
    after = fix_all(HEAD + body)
    assert '    parts: "str | list[ResponseInputContentParam]" = f"Say: {text}"\n' in after


def test_a_list_that_is_declared_by_its_parts() -> None:
    body = (
        "    parts: Iterable[ImageFileContentBlockParam | TextContentBlockParam]\n"
        "    image: ImageFileContentBlockParam = {\n"
        '        "type": "image_file", "image_file": {"file_id": file}\n'
        "    }\n"
        "    parts = [image]" + SEND.format("parts")
    )
    types = (
        "from typing import Iterable\n"
        "from openai.types.beta.threads import ImageFileContentBlockParam, TextContentBlockParam\n"
    )
    after = fix_all(types + HEAD + body)
    assert "    parts: list[ResponseInputContentParam]\n" in after
    assert "    image: ResponseInputImageParam = {\n" in after
    assert "Iterable" not in after


OR_TEXT = """from openai import OpenAI

client = OpenAI()


def send(thread_id, text, url):
    if url:
        content = [
            {"type": "text", "text": text},
            {"type": "image_url", "image_url": {"url": url}},
        ]
    else:
        content = text
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=content)
"""


def test_what_is_the_text_of_a_part_is_no_list_of_parts() -> None:
    after = fix_all(OR_TEXT)
    becomes(OR_TEXT, after)
    assert '{"type": "input_text", "text": text}' in after
    assert "        content = text\n" in after
    assert any(note.startswith("content is passed on as it is") for note in notes(OR_TEXT))
    other = OR_TEXT.replace('"text": text}', '"text": url}')
    assert any("from elsewhere" in message for _, message in blockers(other))
    again = OR_TEXT.replace("    if url:", "    if not url:\n        text = [text]\n    if url:")
    assert any("from elsewhere" in message for _, message in blockers(again))


def test_parts_of_two_messages_in_one_list() -> None:
    body = (
        '    parts = [{"type": "text", "text": text}]'
        + SEND.format("parts")
        + (
            "    parts = []\n"
            '    parts.append({"type": "image_file", "image_file": {"file_id": file}})\n'
            "    print(len(parts))" + SEND.format("parts")
        )
    )
    after = fix_all(HEAD + body)
    assert (
        '    parts: list[ResponseInputContentParam] = [{"type": "input_text", "text": text}]\n'
        in after
    )
    assert "    parts = []\n" in after
    assert after.count('"content": parts') == 2
    kept = body.replace("len(parts)", "parts")
    assert any("used for something else" in text for _, text in blockers(HEAD + kept))
