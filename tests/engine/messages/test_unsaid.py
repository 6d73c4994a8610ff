"""Lines that only print what the new objects have not."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """import logging

from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hello"}])
message = client.beta.threads.messages.create(thread.id, role="user", content="more")
"""


@pytest.mark.parametrize(
    "line",
    [
        "print(thread.tool_resources)",
        "print(thread.tool_resources.file_search)  # none",
        'print("It has", thread.tool_resources.code_interpreter.file_ids[0])',
        'logging.info(f"Made at {message.created_at}.")',
        "thread.tool_resources.file_search",
        'if thread.id:\n    print(f"{thread.tool_resources}")',
    ],
)
def test_the_line_goes(line: str) -> None:
    code = f"{HEAD}{line}\nprint(thread.id)\n"
    after = fix_all(code)
    becomes(code, after)
    assert "tool_resources" not in after
    assert "Made at" not in after
    assert ("# none" in after) == ("# none" in line)
    assert any(note.startswith("a line that only showed `") for note in notes(code))


@pytest.mark.parametrize(
    "line",
    [
        "print(thread.id, thread.tool_resources)",
        "print(f'{thread.id}: {thread.tool_resources}')",
        "print(thread.tool_resources, file=handle())",
        "print(len(thread.tool_resources.file_search.vector_store_ids))",
        "kept = print(thread.tool_resources)",
        "page.write(thread.tool_resources)",
        "print(thread.tool_resources); print(2)",
        "print(client.beta.threads.create().tool_resources)",
    ],
)
def test_the_line_does_more(line: str) -> None:
    found = [message for _, message in blockers(f"{HEAD}{line}\n")]
    assert any("no tool resources" in message for message in found)
