"""Images among the parts of a message are annotations of its texts, and are read as those."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """from openai import OpenAI

client = OpenAI()
thread_id = input()
messages = client.beta.threads.messages.list(thread_id=thread_id)
"""
_HEAD_AFTER = """from openai import OpenAI

client = OpenAI()
thread_id = input()
messages = (
    item
    for item in client.conversations.items.list(conversation_id=thread_id)
    if item.type == "message"
)
"""
_PARTS = """    for part in [
        *(
            note
            for part in message.content
            if part.type == "output_text"
            for note in part.annotations
            if note.type == "container_file_citation"
            if note.filename.lower().endswith(
                (".png", ".jpg", ".jpeg", ".gif", ".webp")
            )
        ),
        *message.content,
    ]:
"""


def test_a_loop_over_parts_goes_over_the_images_first() -> None:
    becomes(
        _HEAD
        + """for message in messages:
    for part in message.content:
        if part.type == "text":
            print(part.text.value)
        elif part.type == "image_file":
            image = part.image_file.file_id
            print(image)
            with open(f"{image}.png", "wb") as file:
                file.write(client.files.content(image).read())
""",
        _HEAD_AFTER
        + "for message in messages:\n"
        + _PARTS
        + """        if part.type == "output_text" or part.type == "input_text":
            print(part.text)
        elif part.type == "container_file_citation":
            image = part.file_id
            print(image)
            with open(f"{image}.png", "wb") as file:
                file.write(
                    client.containers.files.content.retrieve(
                        image, container_id=part.container_id
                    ).read()
                )
""",
    )


@pytest.mark.parametrize(
    "test", ['hasattr(part, "image_file")', "isinstance(part, ImageFileContentBlock)"]
)
def test_other_tests_of_what_a_part_is(test: str) -> None:
    before = f"""for message in messages:
    for part in message.content:
        if {test}:
            print(part.image_file.file_id)
"""
    after = """        if part.type == "container_file_citation":
            print(part.file_id)
"""
    imported = "from openai.types.beta.threads import ImageFileContentBlock\n"
    head = imported + _HEAD if "isinstance" in test else _HEAD
    becomes(head + before, _HEAD_AFTER + "for message in messages:\n" + _PARTS + after)


def test_what_is_behind_a_test_for_images_need_not_be_a_text() -> None:
    becomes(
        _HEAD
        + """for message in messages:
    for part in message.content:
        if part.type != "image_file":
            print(part.text.value)
""",
        _HEAD_AFTER
        + "for message in messages:\n"
        + _PARTS
        + """        if part.type != "container_file_citation":
            print(
                (
                    part.text
                    if part.type == "output_text" or part.type == "input_text"
                    else ""
                )
            )
""",
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("ids.append(part.image_file.file_id)", "a file that a tool made lies in a container"),
        ("send(part.image_file.file_id)", "a file that a tool made lies in a container"),
        ("print(part.image_file)", "what is done with this image is not known here"),
    ],
)
def test_images_that_go_out_of_sight(body: str, reason: str) -> None:
    found = blockers(
        _HEAD
        + f"""ids = []
for message in messages:
    for part in message.content:
        if part.type == "image_file":
            {body}
for file_id in ids:
    client.files.content(file_id).write_to_file("x.png")
"""
    )
    assert any(words.startswith(reason) for _, words in found)


def test_an_image_that_nothing_tells_from_a_text() -> None:
    found = blockers(
        _HEAD
        + """for message in messages:
    for part in message.content:
        if part.type == "text":
            print(part.text.value)
        else:
            print(part.image_file.file_id)
"""
    )
    assert "has not been tested here" in found[0][1]


def test_images_of_an_azure_client_are_read_by_that_of_the_project() -> None:
    program = """import os
from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["E"], api_key=os.environ["K"], api_version="v")
thread_id = input()


def show(messages):
    newest = []
    for message in messages:
        newest.append(message)
        if message.role == "user":
            break
    newest.reverse()
    for message in newest:
        for part in message.content:
            if part.type == "image_file":
                print(client.files.content(part.image_file.file_id).read())


show(client.beta.threads.messages.list(thread_id=thread_id))
"""
    after = fix_all(program)
    assert "openai_client.containers.files.content.retrieve(" in after
    assert "beta" not in after
    assert any("told from other files by their names" in note for note in notes(program))


_SENDING = """from openai import OpenAI

client = OpenAI()


def send(thread_id, file_id):
    client.beta.threads.messages.create(
        thread_id=thread_id,
        role="user",
        content=[{"type": "image_file", "image_file": {"file_id": file_id}}],
    )


def show(thread_id):
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        for part in message.content:
            if part.type == "image_file":
                print("an image")
"""


def test_images_that_the_program_sends_are_images_among_the_messages() -> None:
    after = fix_all(_SENDING)
    becomes(_SENDING, after)
    assert '            if part.type in ("container_file_citation", "input_image"):\n' in after
    other = fix_all(_SENDING.replace('== "image_file"', '!= "image_file"'))
    assert '            if part.type not in ("container_file_citation", "input_image"):\n' in other


def test_images_that_the_program_sends_are_not_opened() -> None:
    code = _SENDING.replace('print("an image")', "print(part.image_file.file_id)")
    assert '            if part.type == "container_file_citation":\n' in fix_all(code)
    assert any("passed over here" in note for note in notes(code))
