"""Tests of how ids begin."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all, look

PROGRAM = """import re
from openai import OpenAI

client = OpenAI()


def chat(body, session):
    thread_id = body.get("thread_id")
    if thread_id and thread_id.startswith("thread_"):
        print("known")
    else:
        thread_id = client.beta.threads.create().id
    client.beta.threads.messages.create(thread_id, role="user", content=body["text"])
    return thread_id


def start():
    thread = client.beta.threads.create()
    assert thread.id.startswith('thread_')
    return thread.id


def run(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant_id)
    assert run.id.startswith("run_")
    return run.status


def path_of(path):
    return path.startswith("thread_") or path.startswith("run_")
"""

_OLD = "ids do not begin with `thread_` any more, but with `conv_`"


def test_new_ids_are_known_by_their_new_beginnings() -> None:
    after = fix_all(PROGRAM)
    assert 'thread_id.startswith("conv_")' in after
    assert 'conversation.id.startswith("conv_")' in after
    assert 'response.id.startswith("resp_")' in after
    assert 'path.startswith("thread_") or path.startswith("run_")' in after
    assert "ids that begin with `thread_` are those of the old service: `conv_` now" in notes(
        PROGRAM
    )
    assert not [f for f in look(after).findings if not f.code.startswith("UNS8")]


@pytest.mark.parametrize(
    "test",
    [
        're.match(r"^thread_[a-z0-9]+$", thread_id)',
        'thread_id[:7] == "thread_"',
        '"thread_" in thread_id',
    ],
)
def test_what_is_asked_in_other_ways(test: str) -> None:
    asked = PROGRAM.replace('thread_id.startswith("thread_")', test)
    assert _OLD in {message for _, message in blockers(asked)}


def test_files_without_calls_are_left_alone() -> None:
    source = "def known(thread_id):\n    return thread_id.startswith('thread_')\n"
    assert fix_all(source) == source


def test_what_may_be_a_file_is_asked_for() -> None:
    program = (
        PROGRAM
        + """

def names(folder):
    return [name for name in folder if name.startswith("run_")]


def clean(thread_file):
    return thread_file.startswith("thread_")
"""
    )
    text = "if this tests an id, new ones begin with `conv_`: call it so"
    assert (38, text) in blockers(program)
    assert 'thread_file.startswith("thread_")' in fix_all(program)
