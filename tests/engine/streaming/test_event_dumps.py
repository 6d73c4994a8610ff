"""Dumps of events: what goes on whole may, what reads a key may not."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

from unspool_rules.engine.streaming.event_dumps import KEYS

HEAD = """\
import json

from openai import OpenAI

client = OpenAI()


def ask(thread_id, send):
    stream = client.beta.threads.runs.create(thread_id, assistant_id="asst_1", stream=True)
    for event in stream:
        {}
"""


@pytest.mark.parametrize("body", ["send(event.model_dump_json())", "send(event.model_dump())"])
def test_whole(body: str) -> None:
    after = fix_all(HEAD.format(body))
    assert not look(after).findings
    assert body in after


@pytest.mark.parametrize(
    "body",
    [
        'send(event.model_dump()["data"])',
        'send(event.to_dict().get("data"))',
        'send(json.loads(event.model_dump_json())["data"]["id"])',
        'dump = event.model_dump(); send(dump["data"])',
        'dump = event.model_dump(); send("data" in dump)',
    ],
)
def test_by_its_keys(body: str) -> None:
    assert KEYS in {why for _, why in blockers(HEAD.format(body))}
