"""The time of a message that a run has added."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

SOURCE = """from openai import OpenAI

client = OpenAI()
desk = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id, order, show):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=desk.id)
    page = client.beta.threads.messages.list(thread_id=thread_id)
    @
"""
SAID = 'client.beta.threads.messages.create(thread_id, role="user", content="And?")'
TOLD = "items have no time: that of an answer is the time of its response"


def _ask(*lines: str) -> str:
    return SOURCE.replace("@", "\n    ".join(lines))


def test_beside_its_text_is_read_of_the_response() -> None:
    text, time = "page.data[0].content[0].text.value", "page.data[0].created_at"
    source = _ask(f"return {text}, {time}")
    after = fix_all(source)
    becomes(source, after)
    assert "    return response.output_text, int(response.created_at)\n" in after
    assert "items.list" not in after
    assert TOLD in notes(source)


@pytest.mark.parametrize(
    "lines",
    [
        ("message = page.data[0]", 'return {"id": message.id, "at": message.created_at}'),
        ("return page.data[0].id, page.data[0].created_at",),
    ],
)
def test_of_the_newest_message_is_that_of_the_response(lines: tuple[str, ...]) -> None:
    source = _ask(*lines)
    assert "int(response.created_at)" in fix_all(source)
    assert TOLD in notes(source)


def test_of_messages_that_are_listed_by_run_is_that_of_the_response() -> None:
    source = _ask("return [(m.role, m.created_at) for m in page]")
    source = source.replace("list(thread_id=thread_id)", "list(thread_id=thread_id, run_id=run.id)")
    assert "int(response.created_at)" in fix_all(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("data[0]", "data[1]"),
        ("list(thread_id=thread_id", 'list(thread_id=thread_id, order="asc"'),
        ("list(thread_id=thread_id", "list(thread_id=thread_id, order=order"),
        ("list(thread_id=thread_id", "list(thread_id=order"),
        ("    return", "    run = None\n    return"),
        ("    return", "    page.data.reverse()\n    return"),
        ("    return", "    del page.data[0]\n    return"),
        ("    page =", f"    {SAID}\n    page ="),
    ],
)
def test_of_other_messages_is_not_known(old: str, new: str) -> None:
    source = _ask("return page.data[0].id, page.data[0].created_at")
    assert blockers(source.replace(old, new))
    assert not blockers(source)


def test_of_a_message_that_is_kept_is_not_known() -> None:
    source = _ask("message = page.data[0]", "return lambda: message.created_at")
    assert blockers(source)


def test_a_listing_in_an_order_that_is_not_known_has_no_answer_first() -> None:
    source = _ask("return page.data[0].content[0].text.value")
    source = source.replace("list(thread_id=thread_id", "list(thread_id=thread_id, order=order")
    assert "output_text\n" not in fix_all(source)
    assert "order=order" in fix_all(source)
