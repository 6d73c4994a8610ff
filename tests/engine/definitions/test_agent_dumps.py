"""Dumps of whole agents that are shown, and dumps of listings that are laid out and read."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

OPENAI = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="helper", model="gpt-4o")
{0}
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
"""
OPENAI_AFTER = """from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o")
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
"""
AZURE = OPENAI.replace("OpenAI", "AzureOpenAI").replace("OpenAI()", 'OpenAI(azure_endpoint="e")')


@pytest.mark.parametrize(
    "shown",
    [
        "print(assistant.model_dump_json(indent=2))",
        "print(json.loads(assistant.model_dump_json()))",
        "print(assistant.model_dump())",
    ],
)
def test_a_definition_in_the_code_is_not_shown(shown: str) -> None:
    becomes(OPENAI.format(shown), OPENAI_AFTER)
    assert "lines that only showed the assistant are gone" in " ".join(notes(OPENAI.format(shown)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "print(assistant.model_dump_json(indent=2))",
            "print(json.dumps(agent.as_dict(), indent=2))",
        ),
        ('print(f"made {assistant.to_json()}")', 'print(f"made {json.dumps(agent.as_dict())}")'),
        ("print(assistant.model_dump())", "print(agent.as_dict())"),
    ],
)
def test_an_agent_of_foundry_is_its_version(before: str, after: str) -> None:
    source = AZURE.format(before)
    becomes(source, fix_all(source))
    assert after in fix_all(source)


def test_refusal() -> None:
    assert blockers(AZURE.format("save(assistant.model_dump_json())"))
    for program in (OPENAI, AZURE):
        assert blockers(program.format("print(assistant.model_dump(exclude={'id'}))"))


@pytest.mark.parametrize("arguments", ["", "indent=2", "exclude={'has_more'}"])
def test_a_listing_that_is_read_by_key_is_not_only_shown(arguments: str) -> None:
    source = f"""import json

from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list("thread_1")
print(messages.model_dump_json(indent=2))
data = json.loads(messages.model_dump_json({arguments}))
print(data["data"][0]["content"][0]["image_file"]["file_id"])
"""
    assert blockers(source)


def test_a_text_is_read_of_a_laid_out_dump() -> None:
    source = """import json

from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list("thread_1")
data = json.loads(messages.model_dump_json(indent=2))
print(data["data"][0]["content"][0]["text"]["value"])
"""
    after = fix_all(source)
    becomes(source, after)
    assert "model_dump_json" not in after
