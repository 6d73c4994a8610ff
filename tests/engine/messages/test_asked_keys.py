"""Tests for keys of Azure's objects, which were mappings."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_SOURCE = """from azure.ai.agents import AgentsClient


def read(client: AgentsClient, thread_id):
    for message in client.messages.list(thread_id=thread_id):
        {body}
"""
_PART = "for part in message.content:\n            "


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            f'{_PART}if "text" in part:\n                print(part["text"]["value"])',
            '            if part.type == "output_text" or part.type == "input_text":\n',
        ),
        (
            f'{_PART}if "type" in part and part.get("type") == "text":\n                print(1)',
            'if True and (part.type == "output_text" or part.type == "input_text"):\n',
        ),
        (
            f'{_PART}if "value" in part["text"]:\n                print(1)',
            "            if isinstance(\n",
        ),
        ('print([p for p in message.get("content", [])][0].text.value)', "in message.content]"),
        (
            'print("a" in message.id, "b" in thread_id)',
            'print("a" in message.id, "b" in thread_id)',
        ),
    ],
)
def test_what_is_asked_for(body: str, after: str) -> None:
    source = _SOURCE.format(body=body)
    assert after in fix_all(source)
    assert not blockers(source)


@pytest.mark.parametrize(
    "body",
    [
        'print("metadata" in message)',
        'print("content" not in message)',
        f'{_PART}if "image_file" in part:\n                print(1)',
        'print(message.get("metadata", {}))',
    ],
)
def test_what_is_not_known(body: str) -> None:
    assert blockers(_SOURCE.format(body=body))
