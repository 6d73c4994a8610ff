"""Additional instructions of a run at OpenAI go behind those of its definition."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id, extra: str | None = None):
    client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, additional_instructions=extra{}
    )
"""

_MADE = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4.1"{own})
thread = client.beta.threads.create()


def ask(extra{default}):
    client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id, additional_instructions=extra
    )
"""

_LOOP = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Add.")


def ask(thread_id, who):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, additional_instructions=f"I am {who}."
    )
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "1"})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    return run.status
"""


def test_they_go_behind_those_of_a_stored_definition() -> None:
    after = fix_all(_PROGRAM.format(""))

    assert "        **with_instructions(definition_of(assistant_id), extra),\n" in after
    assert "def with_instructions(own: dict[str, Any], added: str | None) -> dict" in after
    becomes(_PROGRAM.format(""), after)


def test_messages_beside_them_are_the_input() -> None:
    more = ',\n        additional_messages=[{"role": "user", "content": "hi"}]'
    program = _PROGRAM.format(more)

    after = fix_all(program)
    assert "**with_instructions(definition_of(assistant_id), extra)," in after
    assert 'input=[{"type": "message", "role": "user", "content": "hi"}]' in after
    becomes(program, after)


@pytest.mark.parametrize(
    ("own", "default", "written"),
    [
        (
            ', instructions="Be kind."',
            "",
            '"\\n".join([assistant.keywords["instructions"], extra])',
        ),
        (
            ', instructions="Be kind."',
            "=None",
            '"\\n".join(filter(None, [assistant.keywords["instructions"], extra]))',
        ),
        ("", "=None", "instructions=extra"),
    ],
    ids=["both are there", "the run may have none", "the definition has none"],
)
def test_beside_a_definition_in_the_code(own: str, default: str, written: str) -> None:
    after = fix_all(_MADE.format(own=own, default=default))

    assert "".join(written.split()) in "".join(after.split())
    assert "input=" not in after


def test_every_response_of_a_loop_is_given_them() -> None:
    after = fix_all(_LOOP)

    text = 'instructions="\\n".join([assistant.keywords["instructions"], f"I am {who}."])'
    assert "".join(after.split()).count("".join(text.split())) == 2


def test_an_annotation_names_what_knows_its_instructions() -> None:
    after = fix_all("""\
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def ask(assistant_id: str, thread_id: str, extra: str):
    await client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id, additional_instructions=extra
    )


async def main():
    assistant = await client.beta.assistants.create(model="gpt-4.1", instructions="Add.")
    thread = await client.beta.threads.create()
    await ask(assistant.id, thread.id, "Be kind.")
""")

    assert "async def ask(assistant_id: partial[Any], thread_id: str, extra: str):" in after
    assert 'assistant_id.keywords["instructions"]' in after
