"""Fields of a page beside its items, where the listing is a list by now."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

PAGE = """from openai import OpenAI

client = OpenAI()


def history(thread_id: str) -> dict:
    page = client.beta.threads.messages.list(thread_id=thread_id)
    return {
        "object": page.object,
        "first_id": page.first_id,
        "data": [message.to_dict() for message in page.data],
    }
"""


def test_a_page_says_what_it_is_and_where_it_begins() -> None:
    becomes(
        PAGE,
        """from openai import OpenAI

client = OpenAI()


def history(thread_id: str) -> dict:
    page = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
    return {
        "object": "list",
        "first_id": (page[0].id if page else None),
        "data": [message.to_dict() for message in page],
    }
""",
    )


DICT = """from openai import OpenAI

client = OpenAI()


def newest(thread_id: str):
    page = client.beta.threads.messages.list(thread_id=thread_id)
    found = dict(page).get("data", [])
    message = next((m for m in found if m.role == "assistant"), None)
    return message.content[0].text.value if message else None
"""


def test_a_page_that_is_made_a_dict() -> None:
    for reading in ('.get("data", [])', '["data"]'):
        after = fix_all(DICT.replace('.get("data", [])', reading))
        assert "    found = page\n" in after
        assert "text.value" not in after
    for other in ('["first_id"]', ".items()"):
        asked = DICT.replace('.get("data", [])', other)
        assert "`dict` gets the whole object" in str(blockers(asked))
    limited = fix_all(DICT.replace("thread_id=thread_id)", "thread_id=thread_id, limit=5)", 1))
    assert "][:5]\n    found = page\n" in limited
    given = DICT.replace('get("data", [])', 'get("data", ["none"])')
    assert "`dict` gets the whole object" in str(blockers(given))


def test_messages_that_are_gathered_to_be_printed() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def show(thread_id: str):
    kept = []
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        kept.append(message)
    print(kept)
"""
    assert not blockers(source)
    assert any("printed of whole objects" in note for note in notes(source))
    assert "whose readers are not known" in str(blockers(source.replace("print", "keep")))
