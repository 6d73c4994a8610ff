"""Settings of runs that may be None: then the assistant's own count."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

BEFORE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id: str, assistant_id: str, text: str | None = None, model: str | None = None):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id,
        assistant_id=assistant_id,
        model=model,
        instructions=text,
        temperature=0.3,
    )
    return run.status
"""
AFTER = '''import json
from pathlib import Path
from typing import Any

from openai import OpenAI


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()


def ask(thread_id: str, assistant_id: str, text: str | None = None, model: str | None = None):
    response = client.responses.create(
        **{
            **definition_of(assistant_id),
            "temperature": 0.3,
            **{k: v for k, v in {"model": model, "instructions": text}.items() if v is not None},
        },
        conversation=thread_id,
    )
    return response.status
'''


def test_what_is_none_leaves_the_definition_as_it_is() -> None:
    becomes(BEFORE, AFTER)


def test_a_value_that_is_evaluated_once() -> None:
    after = fix_all(BEFORE.replace("instructions=text,", "instructions=read() or None,"))
    assert after.count("read()") == 1
    assert '"instructions": read() or None' in after


IN_VIEW = """from openai import OpenAI

client = OpenAI()
tutor = client.beta.assistants.create(model="gpt-4o", name="tutor", instructions="Teach.")


def teach(thread_id: str, text: str | None = None):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=tutor.id, instructions=text
    )
    return run.status
"""


def test_a_definition_in_the_code_says_what_it_has() -> None:
    after = """from functools import partial

from openai import OpenAI

client = OpenAI()
tutor = partial(client.responses.create, model="gpt-4o", instructions="Teach.")


def teach(thread_id: str, text: str | None = None):
    response = tutor(
        conversation=thread_id,
        instructions=text if text is not None else tutor.keywords["instructions"],
    )
    return response.status
"""
    becomes(IN_VIEW, after)


def test_none_takes_nothing_from_a_definition_that_lacks_the_field() -> None:
    for said in ("", ", instructions=None"):
        after = fix_all(IN_VIEW.replace(', instructions="Teach."', said))
        assert "instructions=text" in after and "keywords" not in after


def test_a_definition_that_may_lack_the_field_blocks() -> None:
    said = ', tools=[], **({"instructions": "Teach."} if print() else {})'
    found = blockers(IN_VIEW.replace(', instructions="Teach."', said))
    assert any("unpacked arguments" in message for _, message in found)


TOLD = """import os
from openai import OpenAI

client = OpenAI()


def ask(thread_id: str, assistant_id: str, text: str | None = None):
    {before}
    {test}run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, instructions=text
    )
"""
_SET = '**{**definition_of(assistant_id), "instructions": text},'


@pytest.mark.parametrize(
    ("before", "test"),
    [
        ("", "if text is not None: "),
        ("", "if text and thread_id: "),
        ('text = text or "Be brief."', ""),
        ('if not text: text = "Be brief."', ""),
        ("if text is None: return", ""),
        ("if text is None: return", "for _ in range(2): "),
    ],
)
def test_what_cannot_be_none_is_given_as_it_is(before: str, test: str) -> None:
    assert _SET in fix_all(TOLD.format(before=before, test=test))


@pytest.mark.parametrize(
    ("before", "test"),
    [
        ("", ""),
        ("", "if text or thread_id: "),
        ("if not thread_id: return", ""),
        ('if thread_id: text = "Be brief."', ""),
        ("if text is None: return\n    text = os.getenv('T')", ""),
    ],
)
def test_what_may_be_none_is_given_where_it_is_set(before: str, test: str) -> None:
    assert "if v is not None" in fix_all(TOLD.format(before=before, test=test))


def test_a_loop_may_take_it_back() -> None:
    source = TOLD.format(before="if text is None: return", test="") + "    text = None\n"
    looped = source.replace("    run = ", "    while True:\n        run = ")
    looped = looped.replace("    text = None", "        text = None")
    assert "if v is not None" in fix_all(looped)


def test_the_environment_is_read_where_it_was() -> None:
    source = BEFORE.replace("instructions=text", 'instructions=os.getenv("TEXT")')
    assert '{"model": model, "instructions": os.getenv("TEXT")}' in " ".join(
        fix_all("import os\n" + source).split()
    )


def test_the_environment_has_the_definition_for_a_default() -> None:
    source = """import os
from openai import OpenAI

client = OpenAI()
tutor = client.beta.assistants.create(model="gpt-4o", instructions="Help.")
run = client.beta.threads.runs.create_and_poll(
    thread_id="thread_1", assistant_id=tutor.id, instructions=os.getenv("TEXT")
)
"""
    assert 'os.getenv("TEXT", tutor.keywords["instructions"])' in fix_all(source)


def test_a_parameter_may_be_said_to_be_none() -> None:
    source = BEFORE.replace("text: str | None = None", "text: Optional[str]")
    source = source.replace("model: str | None = None", "model: str")
    assert '{"instructions": text}.items()' in " ".join(fix_all(source).split())


NOT_GIVEN = """from openai import NOT_GIVEN, OpenAI

client = OpenAI()


def make(given=NOT_GIVEN):
    return client.beta.threads.{}.id
"""


def test_what_may_not_be_given_blocks() -> None:
    source = NOT_GIVEN.format("create(messages=given)")
    assert (7, "this may be `NOT_GIVEN`: give it only where it is set") in blockers(source)


def test_what_may_not_be_given_to_a_run_is_asked_when_it_runs() -> None:
    call = 'runs.create(thread_id="t", assistant_id="asst_1", instructions=given)'
    after = fix_all(NOT_GIVEN.format(call))
    becomes(NOT_GIVEN.format(call), after)
    assert '**response_fields({"instructions": given}, definition_of("asst_1"))' in after
    assert "if not isinstance(value, (NotGiven, Omit, type(None)))" in after


def test_what_a_dictionary_may_not_have() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def ask(thread_id, data, kind):
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id,
        assistant_id="asst_1",
        instructions={"short": "Be brief."}.get(kind),  # where it is known
        temperature=data.get("temperature"),
    ).status
"""
    after = fix_all(source)
    becomes(source, after)
    assert '"instructions": {"short": "Be brief."}.get(kind),\n' in after
    assert "# where it is known\n" in after
    assert '"temperature": data.get("temperature"),\n' in after
    assert "                if v is not None\n" in after
