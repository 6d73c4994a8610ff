"""Objects that are dumped: whole ones are those of the new service, tool calls keep their form."""

from __future__ import annotations

import textwrap

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

TOOL_LOOP = """import json
import time
from handlers import HANDLERS
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while run.status != "completed":
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if run.status == "requires_action":
        {0}
        outputs = []
        for action in {1}:
            arguments = json.loads(action["function"]["arguments"])
            output = HANDLERS[action["function"]["name"]](**arguments)
            outputs.append({{"tool_call_id": action["id"], "output": str(output)}})
        client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    time.sleep(1)
"""
ROUNDS = """import json
from functools import partial
from typing import Any
from handlers import HANDLERS
from openai import OpenAI
from openai.types.responses import ResponseInputItemParam

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
while calls := [item for item in response.output if item.type == "function_call"]:
{0}
    outputs: list[ResponseInputItemParam] = []
    for action in {1}:
        arguments = json.loads(action["function"]["arguments"])
        output = HANDLERS[action["function"]["name"]](**arguments)
        outputs.append(
            {{
                "type": "function_call_output",
                "call_id": action["id"],
                "output": str(output),
            }}
        )
    response = assistant(conversation=conversation.id, input=outputs)
"""
CALLS = """"tool_calls": [
    {
        "id": call.call_id,
        "function": {"arguments": call.arguments, "name": call.name},
        "type": "function",
    }
    for call in calls
]"""
SUBMITTED = "{\n" + textwrap.indent(CALLS, "    ") + "\n}"
REQUIRED = (
    '{\n    "submit_tool_outputs": {\n'
    + textwrap.indent(CALLS, " " * 8)
    + '\n    },\n    "type": "submit_tool_outputs",\n}'
)
DUMPS = {
    "a submission": (
        "required = run.required_action.submit_tool_outputs.model_dump()",
        'required["tool_calls"]',
        SUBMITTED,
    ),
    "a submission as text that is loaded": (
        "required = json.loads(run.required_action.submit_tool_outputs.model_dump_json())",
        'required["tool_calls"]',
        SUBMITTED,
    ),
    "a required action": (
        "required = run.required_action.to_dict()",
        'required["submit_tool_outputs"]["tool_calls"]',
        REQUIRED,
    ),
}


@pytest.mark.parametrize("name", DUMPS)
def test_tool_calls_keep_the_keys_of_their_dump(name: str) -> None:
    made, read, after = DUMPS[name]
    dump = textwrap.indent(f"required: dict[str, Any] = {after}", "    ")

    becomes(TOOL_LOOP.format(made, read), ROUNDS.format(dump, read))


RUN = """import json
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
"""


def test_fields_of_a_dump_that_have_another_form() -> None:
    before = (
        RUN
        + """data = json.loads(run.model_dump_json())
print(data["status"], data.get("usage"))
if data["required_action"]:
    print(data["thread_id"])
"""
    )

    assert blockers(before) == [
        (9, "`usage` is read of the dump, where it has another form now"),
        (10, "`required_action` is read of the dump, where it has another form now"),
        (11, "`thread_id` is read of the dump, where it has another form now"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        'run.model_dump(mode="json")',
        'run.model_dump(include={"thread_id"})',
        "json.loads(run.to_json(), parse_float=str)",
        'run.model_dump() | {"by": 1}',
        '{**run.model_dump(), "by": 1}',
        "dict(run.to_dict())",
        "json.loads(text)",
    ],
)
def test_fields_of_a_dump_that_is_made_in_another_way(data: str) -> None:
    before = RUN + f"text = run.model_dump_json()\ndata = {data}\n"

    blocked = (10, "`thread_id` is read of the dump, where it has another form now")
    assert blocked in blockers(before + 'print(data["thread_id"])\n')


def test_a_field_that_is_put_beside_a_dump() -> None:
    use = 'data = {**run.model_dump(), "last_error": 1}\nprint(data["last_error"])\n'

    assert fix_all(RUN + use).endswith(use.replace("run.", "response."))


def test_a_dump_that_waits_for_tool_calls() -> None:
    before = RUN + 'if run.model_dump()["status"] == "requires_action":\n    print("act")\n'

    assert blockers(before) == [
        (8, "a response has no status `requires_action`: test for its calls")
    ]


def test_fields_of_a_dump_that_live_on() -> None:
    before = RUN + 'data = run.to_dict()\nprint(data["id"], data["status"], data["last_error"])\n'
    after = """import json
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
data = response.to_dict()
print(data["id"], data["status"], data["error"])
"""

    becomes(before, after)


LISTED = """import json
from openai import OpenAI

client = OpenAI()


def show_json(obj):
    print(json.loads(obj.model_dump_json()))


def ask(thread_id):
    message = client.beta.threads.messages.create(
        thread_id=thread_id, role="user", content="Why?"
    )
    show_json(message)
    messages = client.beta.threads.messages.list({0})
    show_json(messages)
"""


def test_a_listing_that_is_only_shown_stays_a_page() -> None:
    before = LISTED.format('thread_id=thread_id, order="asc", limit=5, after=message.id')
    after = """import json
from openai import OpenAI

client = OpenAI()


def show_json(obj):
    print(json.loads(obj.model_dump_json()))


def ask(thread_id):
    message = client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": "Why?"}],
    ).data[0]
    show_json(message)
    messages = client.conversations.items.list(
        conversation_id=thread_id, order="asc", limit=5, after=str(message.id)
    )
    show_json(messages)
"""

    becomes(before, after)


def test_a_listing_that_is_read_beside_its_dump() -> None:
    before = LISTED.format("thread_id=thread_id") + "    print(messages.data[0].role)\n"

    assert "    for item in messages:\n        show_json(item)\n" in fix_all(before)


def test_dumps_of_an_error() -> None:
    source = (
        TOOL_LOOP.split("while run")[0]
        + """if run.status == "failed":
    error = run.last_error.model_dump()
    print(run.last_error.model_dump_json(), error["code"], error["message"])
"""
    )
    after = fix_all(source)
    becomes(source, after)
    assert "    error = response.error.model_dump()\n" in after
    assert 'print(response.error.model_dump_json(), error["code"], error["message"])' in after
