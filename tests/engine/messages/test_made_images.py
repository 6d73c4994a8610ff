"""Images and files that tools made, counted, asked for, and read by their place in a message."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """import os
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())


def show(thread_id: str) -> None:
    for message in client.messages.list(thread_id=thread_id):
@
"""


def program(*lines: str) -> str:
    return PROGRAM.replace("@", "\n".join(f"        {line}" for line in lines))


def test_images_are_counted() -> None:
    after = fix_all(program("print(len(message.image_contents))"))

    assert "            len(\n                [\n                    note\n" in after


def test_the_first_image_is_saved() -> None:
    after = fix_all(
        program(
            "if message.image_contents:",
            "    image = message.image_contents[0]",
            "    file_id = image.image_file.file_id",
            '    client.files.save(file_id=file_id, file_name=f"{file_id}.png")',
        )
    )

    assert "            ][0]\n            file_id = image.file_id\n" in after
    assert "file_id, container_id=image.container_id" in after


def test_a_message_is_asked_for_its_files() -> None:
    after = fix_all(
        program(
            'if hasattr(message, "file_path_annotations") and message.file_path_annotations:',
            "    print('files')",
        )
    )

    assert "if message is not None and any(" in after


def test_a_part_is_asked_for_its_type() -> None:
    after = fix_all(
        program(
            "for part in message.content:",
            '    if hasattr(part, "type") and part.type == "text":',
            "        print(part.text.value)",
        )
    )

    assert "if part is not None and (" in after
    assert "print(part.text)" in after


@pytest.mark.parametrize(
    "use",
    [
        "image = message.image_contents[-1]",
        "image = message.image_contents[0]\n        keep(image)",
        "keep(message.image_contents[0])",
        "keep(message.image_contents)",
    ],
)
def test_other_uses_of_images_block(use: str) -> None:
    assert blockers(program(use))
