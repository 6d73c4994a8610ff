"""Response formats that are not in view, which a function of the program gives their new shape."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all, look

BEFORE = """from openai import OpenAI

client = OpenAI()


def make(name, shape=None):
    return client.beta.assistants.create(name=name, model="gpt-4o", response_format=shape)


def ask(thread_id, assistant_id, shape):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, response_format=shape
    )
    return run.status
"""
FUNCTION = '''def response_text(response_format) -> Any:
    """An assistant's response format in the shape that responses take."""
    if response_format is None or response_format == "auto":
        return {"format": {"type": "text"}}
    schema = response_format.get("json_schema") or {}
    return {"format": {"type": response_format["type"], **schema}}
'''


def test_the_program_gives_it_its_new_shape() -> None:
    after = fix_all(BEFORE)
    assert f"\n\n\n{FUNCTION}\n\n" in after
    assert 'store_assistant(name=name, model="gpt-4o", text=response_text(shape))' in after
    assert '**{**definition_of(assistant_id), "text": response_text(shape)},' in after
    assert not look(after).findings
    assert [n for n in notes(BEFORE) if n.startswith("`response_text` gives")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, {"type": "text"}),
        ("auto", {"type": "text"}),
        ({"type": "json_object"}, {"type": "json_object"}),
        (
            {"type": "json_schema", "json_schema": {"name": "n", "schema": {}, "strict": True}},
            {"type": "json_schema", "name": "n", "schema": {}, "strict": True},
        ),
    ],
)
def test_what_the_function_gives(old: object, new: object) -> None:
    names: dict[str, object] = {}
    exec(f"from typing import Any\n{FUNCTION}", names)
    shape = names["response_text"]
    assert callable(shape)
    assert shape(old) == {"format": new}


def test_none_leaves_the_one_of_the_definition() -> None:
    source = BEFORE.replace("assistant_id, shape)", "assistant_id, shape=None)")
    written = " ".join(fix_all(source).split())
    assert '"text": response_text(shape) if shape is not None else None}.items()' in written


def test_none_takes_nothing_from_a_definition_without_one() -> None:
    source = """from openai import OpenAI

client = OpenAI()
tutor = client.beta.assistants.create(model="gpt-4o")


def ask(thread_id, shape=None, text=None):
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=tutor.id, response_format=shape, instructions=text
    )
"""
    assert "tutor(conversation=thread_id, text=response_text(shape), " in fix_all(source)


def test_what_is_not_given_blocks() -> None:
    source = BEFORE.replace("response_format=shape\n", "response_format=shape or NOT_GIVEN\n")
    assert (12, "a response format that is not given in place") in blockers(source)


def test_a_format_in_view_is_written_down() -> None:
    source = BEFORE.replace("response_format=shape", 'response_format={"type": "json_object"}')
    assert "response_text" not in fix_all(source)
