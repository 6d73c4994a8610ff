"""Tools for OpenAI that names hold: schemas of functions, and lists that callers give."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all


def test_a_schema_that_is_kept_in_a_name() -> None:
    before = """from openai import OpenAI

client = OpenAI()
quiz = {"name": "show_quiz", "parameters": {"type": "object", "properties": {}}}
assistant = client.beta.assistants.create(
    model="gpt-4o", tools=[{"type": "function", "function": quiz}]
)
"""
    after = """from functools import partial

from openai import OpenAI
from openai.types.responses import ToolParam

client = OpenAI()
quiz: ToolParam = {
    "type": "function",
    "name": "show_quiz",
    "parameters": {"type": "object", "properties": {}},
    "strict": False,
}
assistant = partial(client.responses.create, model="gpt-4o", tools=[quiz])
"""
    becomes(before, after)
    shared = before + 'print(quiz["name"])\n'
    assert "tools=response_tools(" in fix_all(shared)  # the name keeps what it holds


def test_a_list_of_tools_that_a_function_is_given_by_name() -> None:
    before = """from openai import OpenAI

client = OpenAI()


def make(tools):
    return client.beta.assistants.create(model="gpt-4o", tools=tools)


def main():
    mine = [{"type": "code_interpreter"}]
    make(mine)
"""
    after = """from functools import partial

from openai import OpenAI
from openai.types.responses import ToolParam

client = OpenAI()


def make(tools):
    return partial(client.responses.create, model="gpt-4o", tools=tools)


def main():
    mine: list[ToolParam] = [
        {"type": "code_interpreter", "container": {"type": "auto"}}
    ]
    make(mine)
"""
    becomes(before, after)
    more = before.replace("    make(mine)", "    mine.append({})\n    make(mine)")
    assert "tools=response_tools(tools)" in fix_all(more)


def test_parts_are_tested_by_an_older_name_of_their_class() -> None:
    before = """from openai import OpenAI
from openai.types.beta.threads import MessageContentText

client = OpenAI()
for message in client.beta.threads.messages.list(thread_id="conv_1"):
    for part in message.content:
        if isinstance(part, MessageContentText):
            print(part.text.value)
"""
    after = """from openai import OpenAI

client = OpenAI()
for message in (
    item
    for item in client.conversations.items.list(conversation_id="conv_1")
    if item.type == "message"
):
    for part in message.content:
        if part.type == "output_text" or part.type == "input_text":
            print(part.text)
"""
    becomes(before, after)
