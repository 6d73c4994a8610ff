"""Images of answers that are read by their place, as objects or by the keys of a dump."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

HEAD = """import json

from openai import OpenAI

client = OpenAI()
"""
BEFORE = (
    HEAD
    + """messages = client.beta.threads.messages.list("thread_1")
{0}
image_id = {1}
print(f"image {{image_id}}")
content = client.files.content({2})
content.write_to_file("drawing.png")
"""
)
AFTER = (
    HEAD
    + """messages = [
    item
    for item in client.conversations.items.list(conversation_id="thread_1")
    if item.type == "message"
]
{0}
image_id = next(
    note
    for part in {1}[0].content
    if part.type == "output_text"
    for note in part.annotations
    if note.type == "container_file_citation"
    if note.filename.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp"))
)
print(f"image {{image_id.file_id}}")
content = client.containers.files.content.retrieve(
    image_id.file_id, container_id=image_id.container_id
)
content.write_to_file("drawing.png")
"""
)
USED = "print(json.dumps({}))"
OBJECT = "messages.data[0].content[0].image_file.file_id"
KEYS = 'data["data"][0]["content"][0]["image_file"]["file_id"]'
SHOWN = "print(messages.model_dump_json(indent=2))\n"
LOADED = "data = json.loads(messages.model_dump_json(indent=2))"
ITEMS = "print(json.dumps([item.to_dict() for item in messages], indent=2))\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((USED, OBJECT, "image_id"), (USED, "messages")),
        ((USED, OBJECT, "file_id=image_id"), (USED, "messages")),
        ((LOADED, KEYS, "image_id"), ("data = messages", "data")),
        ((SHOWN + LOADED, KEYS, "image_id"), (ITEMS + "data = messages", "data")),
    ],
)
def test_the_name_holds_the_annotation(
    before: tuple[str, str, str], after: tuple[str, str]
) -> None:
    new = AFTER.format(*after)
    becomes(BEFORE.format(*before), new if "json." in new else new.replace("import json\n\n", ""))
    assert "`container_file_citation`" in " ".join(notes(BEFORE.format(*before)))


@pytest.mark.parametrize(
    "change",
    [
        ("content[0]", "content[1]"),
        ("client.files.content(image_id)", "client.files.delete(image_id)"),
        ('print(f"image {image_id}")', "save(image_id)"),
        ('print(f"image {image_id}")', "image_id = None"),
    ],
)
def test_refusal(change: tuple[str, str]) -> None:
    source = BEFORE.format("pass", OBJECT, "image_id")
    assert source.replace(*change) != source
    assert blockers(source.replace(*change))
