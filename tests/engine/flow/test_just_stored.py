"""Attributes that hold several things, read right behind a statement that stores one of them."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

BOT = """from openai import OpenAI


class Bot:
    def __init__(self, thread_id: str) -> None:
        self.client = OpenAI()
        self.thread_id = thread_id

    def ask(self, text: str) -> None:
        self.last = self.client.beta.threads.messages.create(
            thread_id=self.thread_id, role="user", content=text
        )

    def show(self, others: list[str]) -> None:
{body}
"""
LIST = "self.last = self.client.beta.threads.messages.list(thread_id=self.thread_id)"
READ = """for message in reversed(self.last.data):
    print(message.content[0].text.value)"""
REASON = "`data` of a message has no known counterpart"


def _program(body: str) -> str:
    return BOT.format(body="\n".join(" " * 8 + line for line in body.splitlines()))


SEEN = {
    "the next statement": f"{LIST}\n{READ}",
    "a branch behind it": f"{LIST}\nif others:\n    "
    + READ.replace("\n", "\n    ")
    + "\nothers = []",
    "with no calls between": f"{LIST}\nfirst = others[0]\n{READ}\nreturn first",
    "an item of a session": f"{LIST}\n{READ}".replace("self.last", 'self.state["last"]'),
}


@pytest.mark.parametrize("name", SEEN)
def test_only_what_was_stored_last_is_read(name: str) -> None:
    after = fix_all(_program(SEEN[name]))
    assert "beta" not in after
    assert 'if item.type == "message"' in after


NOT_SEEN = {
    "a call between, which may store": f"{LIST}\nself.ask(others[0])\n{READ}",
    "stored again in a branch": f"{LIST}\nif others:\n    self.last = self.ask\n{READ}",
    "a loop that stores again": f"{LIST}\nfor text in others:\n    "
    + READ.replace("\n", "\n    ")
    + "\n    self.ask(text)",
    "a branch before": f"if others:\n    {LIST}\n{READ}",
    "deleted": f"{LIST}\ndel self.last\n{READ}",
}


@pytest.mark.parametrize("name", NOT_SEEN)
def test_anything_may_be_read(name: str) -> None:
    source = _program(NOT_SEEN[name])
    assert fix_all(source) == source
    assert blockers(source)


def test_the_reason_is_of_the_other_kind() -> None:
    source = _program(NOT_SEEN["a call between, which may store"])
    assert any(REASON in said for _, said in blockers(source))
