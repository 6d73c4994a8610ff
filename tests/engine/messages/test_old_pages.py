"""Dumps of listings that are read where it is not followed."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """import json

from openai import OpenAI

client = OpenAI()


def answer_of(dump):
    for message in dump["data"]:
        if message["role"] == "assistant":
            return message["content"][0]["text"]["value"]
    return None


def load(text):
    return json.loads(text)


def ask(thread_id):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return answer_of(DUMP)
"""
TOLD = "the dump of the listing has `id`, `role` and the texts of the messages under the keys"


@pytest.mark.parametrize(
    ("dump", "new"),
    [
        ("messages.model_dump()", "page_of(messages[:20])"),
        ("messages.to_dict()", "page_of(messages[:20])"),
        ("load(messages.json())", "load(json.dumps(page_of(messages[:20])))"),
        (
            "load(messages.model_dump_json(indent=2))",
            "load(json.dumps(page_of(messages[:20]), indent=2))",
        ),
    ],
)
def test_what_functions_read_of_a_dump(dump: str, new: str) -> None:
    source = SOURCE.replace("DUMP", dump)
    after = fix_all(source)
    becomes(source, after)
    assert f"    return answer_of({new})\n" in after
    assert after.count("def page_of(items: Any) -> dict[str, Any]:\n") == 1
    assert any(note.startswith(TOLD) for note in notes(source))


@pytest.mark.parametrize(
    "reads",
    [
        'print(answer_of({})["image_file"])\n',
        'print(answer_of({}).get("created_at"))\n',
    ],
)
def test_dumps_that_more_is_read_of(reads: str) -> None:
    assert blockers(SOURCE.replace("DUMP", "messages.model_dump()") + reads)


def test_dumps_that_are_made_in_other_ways() -> None:
    assert blockers(SOURCE.replace("DUMP", "messages.model_dump(mode='json')"))


def test_dumps_of_what_may_be_no_listing() -> None:
    kept = SOURCE.replace(
        "    return answer_of(DUMP",
        "    if not messages.data:\n        KEPT\n    return answer_of(messages.model_dump()",
    )
    assert blockers(kept.replace("KEPT", "messages = kept_pages(thread_id)"))
    assert not blockers(kept.replace("KEPT", "pass"))


@pytest.mark.parametrize("limit", ["1", "100"])
def test_dumps_of_pages_that_are_cut(limit: str) -> None:
    cut = SOURCE.replace("=thread_id)\n    return", f"=thread_id, limit={limit})\n    return")
    after = fix_all(cut.replace("DUMP", "messages.model_dump()"))
    assert f"answer_of(page_of(messages[:{limit}]))" in after
    unknown = cut.replace(f"limit={limit}", "limit=len(thread_id)")
    assert blockers(unknown.replace("DUMP", "messages.model_dump()"))


def test_dumps_that_become_objects_with_fields_that_are_gone() -> None:
    dumped = SOURCE.replace("DUMP", "messages.model_dump()")
    assert not blockers(dumped)
    assert blockers(f"class Message(BaseModel):\n    id: str\n    created_at: int\n\n\n{dumped}")
