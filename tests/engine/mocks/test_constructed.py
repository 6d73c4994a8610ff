"""Objects of the old service that a program makes by itself, as a test's stand-ins do."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

STAND_IN = """\
from typing import List

from openai import OpenAI
from openai.types.beta import Thread

client = OpenAI()


class Threads:
    def __init__(self, kept: List[Thread]) -> None:
        self.kept = kept

    def create(self) -> Thread:
        new = Thread(id="1", created_at=1, object="thread")
        self.kept.append(new)
        return new


made = Threads([client.beta.threads.create()])
"""


def test_an_annotation_stays_with_an_object_that_is_made_here() -> None:
    said = {message for _, message in blockers(STAND_IN)}
    assert "this object is made here, and what is annotated as its class may hold it" in said
    assert fix_all(STAND_IN) == STAND_IN
