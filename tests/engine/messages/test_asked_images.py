"""Tests whether a message begins with an image: its images are listed above the test."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """from openai import OpenAI

client = OpenAI()
thread_id = input()
messages = client.beta.threads.messages.list(thread_id=thread_id)
"""
_LISTED = """from openai import OpenAI

client = OpenAI()
thread_id = input()
messages = {}
    item
    for item in client.conversations.items.list(conversation_id=thread_id)
    if item.type == "message"
{}
"""
_LAZY, _LIST = _LISTED.format("(", ")"), _LISTED.format("[", "]")


def _images(message: str, indent: str = "    ") -> str:
    return "".join(
        f"{indent}{line}\n"
        for line in (
            "images = [",
            "    note",
            f"    for part in {message}.content",
            '    if part.type == "output_text"',
            "    for note in part.annotations",
            '    if note.type == "container_file_citation"',
            '    if note.filename.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp"))',
            "]",
        )
    )


_TEXT = """        print(
            next(
                (
                    part.text
                    for part in message.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
        )
"""


def test_an_image_or_else_a_text() -> None:
    before = """for message in messages:
    if message.content[0].type == "image_file":
        name = f"{message.content[0].image_file.file_id}.png"
        with open(name, "wb") as file:
            file.write(client.files.content(message.content[0].image_file.file_id).content)
    else:
        print(message.content[0].text.value)
"""
    after = """    if images:
        name = f"{images[0].file_id}.png"
        with open(name, "wb") as file:
            file.write(
                client.containers.files.content.retrieve(
                    images[0].file_id, container_id=images[0].container_id
                ).content
            )
    else:
"""
    becomes(
        _HEAD + before, _LAZY + "for message in messages:\n" + _images("message") + after + _TEXT
    )
    assert any("`container_file_citation`" in note for note in notes(_HEAD + before))


@pytest.mark.parametrize(
    ("test", "after"),
    [
        ('message.content[0].type == "text"', "not images"),
        ('hasattr(message.content[0], "text")', "not images"),
        ('message.content[0].type != "image_file"', "not images"),
        ('message.content[0].type != "text"', "images"),
    ],
)
def test_a_text_or_else_an_image(test: str, after: str) -> None:
    texts, image = "print(message.content[0].text.value)", "print(file.file_id)"
    first, second = (texts, image) if after.startswith("not") else (image, texts)
    use = f"""for message in messages:
    if {test}:
        {first}
    else:
        {second}
""".replace("file.file_id", "message.content[0].image_file.file_id")
    fixed = fix_all(_HEAD + use)
    assert _images("message") + f"    if {after}:\n" in fixed
    assert "print(images[0].file_id)" in fixed


def test_the_images_are_listed_above_the_first_test_of_a_chain() -> None:
    fixed = fix_all(
        _HEAD
        + """for message in messages:
    if message.role == "user":
        print("asked")
    elif message.role == "assistant" and message.content[0].type == "image_file":
        print(message.content[0].image_file.file_id, message.content[1].text.value)
    elif message.content[0].type == "text":
        print(message.content[0].text.value)
"""
    )
    assert _images("message") + '    if message.role == "user":\n' in fixed
    assert '    elif message.role == "assistant" and images:\n' in fixed
    assert "message.content[1]" not in fixed


def test_an_image_that_is_handed_on_at_once() -> None:
    becomes(
        _HEAD + "data = client.files.content(messages.data[0].content[0].image_file.file_id)\n",
        _LIST
        + _images("messages[0]", "")
        + """data = client.containers.files.content.retrieve(
    images[0].file_id, container_id=images[0].container_id
)
""",
    )


def test_an_image_that_is_kept() -> None:
    fixed = fix_all(
        _HEAD
        + """for message in messages:
    if message.content[0].type == "image_file":
        last = message.content[0].image_file.file_id
        print(last)
client.files.content(last)
"""
    )
    assert "    if images:\n        last = images[0]\n        print(last.file_id)\n" in fixed
    assert "retrieve(last.file_id, container_id=last.container_id)\n" in fixed


_MAYBE = 'm = next((one for one in messages if one.role == "assistant"), None)\n'
_SHOWN = """.content[0].type == "image_file":
    print(m.content[0].image_file.file_id)
"""


@pytest.mark.parametrize(
    "use",
    [
        # what is done with the id is not known
        """for m in messages:
    if m.content[0].type == "image_file":
        last = m.content[0].image_file.file_id
        keep(last)
""",
        # whether there is a message is asked first
        """if messages.data and messages.data[0].content[0].type == "image_file":
    print(messages.data[0].content[0].image_file.file_id)
""",
        _MAYBE + "if m is None:\n    pass\nelif m" + _SHOWN,
        _MAYBE + "if m and m" + _SHOWN,
        # no statement of its own
        "ids = [m.content[0].image_file.file_id for m in messages]\n",
        'is_image = messages.data[0].content[0].type == "image_file"\n',
        "while messages.data[0].content[0].image_file.file_id:\n    pass\n",
        # a message that is made twice
        "print(next(iter(messages)).content[0].image_file.file_id)\n",
        "print(messages.data[0].content[1].image_file.file_id)\n",
        "def show(file_id=messages.data[0].content[0].image_file.file_id):\n    print(file_id)\n",
    ],
)
def test_images_that_are_not_certain(use: str) -> None:
    assert blockers(_HEAD + use)


def test_the_text_behind_an_image_that_is_handed_on() -> None:
    use = (
        "for m in messages:\n"
        '    if m.content[0].type == "image_file":\n'
        "        print(m.content[0].image_file.file_id)\n"
        "        print(m.content[1].text)\n"
    )
    assert any("behind an image" in m for _, m in blockers(_HEAD + use))


def test_what_is_asked_first_fails_without_a_message() -> None:
    asked = "if m.role and m"
    after = fix_all(_HEAD + _MAYBE + asked + _SHOWN)
    assert f"{_images('m', '')}if m.role and images:\n" in after


def test_the_text_behind_an_image_that_is_not_read() -> None:
    use = (
        "message = messages.data[0]\n"
        'if message.content[0].type == "image_file":\n'
        "    print(message.content[1].text.value)\n"
    )
    after = fix_all(_HEAD + use)
    assert "if images:\n    print(\n        next(\n" in after
    assert "content[1]" not in after
