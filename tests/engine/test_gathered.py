"""Content that is put together step by step."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers

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
