"""What only shows: a function that gets a listing, and dumps of assistants of the program's own."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

LISTED = """import json

from openai import OpenAI

client = OpenAI()


def show_json(obj):
    print(json.loads(obj.model_dump_json()))


def newest(thread_id):
    messages = client.beta.threads.messages.list(thread_id, order="asc")
    show_json(messages)  # all of them
    return messages.data[0].role
"""

LISTED_AFTER = """import json

from openai import OpenAI

client = OpenAI()


def show_json(obj):
    print(json.loads(obj.model_dump_json()))


def newest(thread_id):
    messages = [
        item
        for item in client.conversations.items.list(
            conversation_id=thread_id, order="asc"
        )
        if item.type == "message"
    ]
    for item in messages:
        show_json(item)  # all of them
    return messages[0].role
"""


def test_a_function_that_shows_gets_the_items_of_a_listing() -> None:
    becomes(LISTED, LISTED_AFTER)


def test_a_listing_that_is_only_shown_stays_a_page() -> None:
    shown = LISTED.replace("    return messages.data[0].role\n", "")
    assert "    show_json(messages)  # all of them\n" in fix_all(shown)


@pytest.mark.parametrize("line", ["shown = show_json(messages)", "a = 1; show_json(messages)"])
def test_a_call_that_cannot_be_a_loop(line: str) -> None:
    source = LISTED.replace("show_json(messages)  # all of them", line)
    assert [m for _, m in blockers(source) if "model_dump_json" in m]
    assert fix_all(source) == source


FETCHED = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.retrieve("asst_1")
print(assistant.model_dump_json(indent=2))
assistant.dict()
"""


def test_dumps_of_a_fetched_assistant_that_are_shown() -> None:
    assert fix_all(FETCHED).endswith("print(assistant.keywords)\nassistant.keywords\n")


def test_dumps_of_a_fetched_assistant_that_are_kept() -> None:
    kept = FETCHED.replace("assistant.dict()", "saved = assistant.dict()")
    assert fix_all(kept).endswith("saved = assistant_dump(assistant)\n")
    odd = kept.replace(".dict()", ".dict(by_alias=True)")
    assert "a definition in `assistants.json` has no `dict`: keep that elsewhere" in {
        m for _, m in blockers(odd)
    }


STORED = """from openai import OpenAI

client = OpenAI()


def make(path):
    assistant = client.beta.assistants.create(name="Tutor", model="gpt-4o")
    print(assistant.model_dump())
    path.write_text(assistant.id)


def ask(assistant_id, thread_id):
    client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant_id)
"""


def test_dumps_of_a_stored_assistant_that_are_shown() -> None:
    assert "    print(vars(assistant))\n" in fix_all(STORED)
