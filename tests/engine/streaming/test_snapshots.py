"""Snapshots that a handler keeps: the text so far is a string."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

SOURCE = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Keeper(AssistantEventHandler):
    def __init__(self):
        super().__init__()
        self.latest = {first}

    def on_text_delta(self, delta, snapshot):
        self.latest = snapshot


keeper = Keeper()
with client.beta.threads.runs.stream(
    thread_id="conv_1", assistant_id="asst_1", event_handler=keeper
) as stream:
    stream.until_done()
{last}
"""


@pytest.mark.parametrize(
    ("last", "after"),
    [
        ("print(keeper.latest.value.upper())", "print(keeper.latest.upper())"),
        ("print(len(keeper.latest.value))", "print(len(keeper.latest))"),
        ("", ""),
    ],
)
def test_the_text_so_far_is_kept(last: str, after: str) -> None:
    result = fix_all(SOURCE.format(first="None", last=last))
    assert not look(result).findings
    assert "        self.latest = snapshot\n" in result
    assert "            self.on_text_delta(event.delta, text)\n" in result
    assert result.endswith(f"{after}\n")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("None", "print(keeper.latest)"),
        ("None", "print(keeper.latest.annotations)"),
        ("None", 'print(getattr(keeper, "latest").value)'),
        ("Box()", "print(keeper.latest.value)"),
        ("None", "def show(other):\n    print(other.latest.value)"),
    ],
)
def test_what_else_is_read_is_not_known(first: str, last: str) -> None:
    found = {why for _, why in blockers(SOURCE.format(first=first, last=last))}
    assert "no event carries what has come so far: add it up in the callback" in found


def test_other_objects_may_have_the_same_names() -> None:
    source = SOURCE.replace("latest", "text").format(
        first="None",
        last="""print(keeper.text.value)
messages = client.beta.threads.messages.list(thread_id="conv_1")
print(messages.data[0].content[0].text.value)""",
    )
    result = fix_all(source)
    assert "print(keeper.text)\n" in result
    assert "messages.data" not in result
    assert not look(result).findings
