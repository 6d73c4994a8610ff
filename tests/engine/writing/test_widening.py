"""What stands around new code of several lines is laid out as a formatter leaves it."""

from __future__ import annotations

from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

HEAD = """import json
from openai import OpenAI

client = OpenAI()


def show(thread_id, rows):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
"""
LISTED = """import json
from openai import OpenAI

client = OpenAI()


def show(thread_id, rows):
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ]
"""
TEXT = "messages.data[0].content[0].text.value"


def _text(indent: int, end: str) -> str:
    lines = """next(
    (
        part.text
        for part in messages[0].content
        if part.type == "output_text" or part.type == "input_text"
    ),
    "",
)"""
    return lines.replace("\n", "\n" + " " * indent) + end + "\n"


def test_calls_within_calls() -> None:
    becomes(
        HEAD + f"    return json.loads({TEXT})\n",
        LISTED + "    return json.loads(\n        " + _text(8, "") + "    )\n",
    )
    becomes(
        HEAD + f"    rows.append(json.loads({TEXT}))\n    print(rows)\n",
        LISTED
        + "    rows.append(\n        json.loads(\n            "
        + _text(12, "")
        + "        )\n    )\n    print(rows)\n",
    )


def test_dictionaries_and_further_arguments() -> None:
    becomes(
        HEAD + f'    print({{"role": "x", "text": {TEXT}}}, *rows, sep="")\n',
        LISTED
        + "    print(\n        {\n"
        + '            "role": "x",\n            "text": '
        + _text(12, ",")
        + '        },\n        *rows,\n        sep="",\n    )\n',
    )


def test_what_is_read_of_it_follows() -> None:
    becomes(
        HEAD + f"    print({TEXT}.strip()[0], rows)\n",
        LISTED + "    print(\n        " + _text(8, ".strip()[0],") + "        rows,\n    )\n",
    )


def test_text_in_text() -> None:
    after = fix_all(HEAD + '    print(f"{messages.data[0].content[0].text.value}")\n')
    assert '    print(\n        f"{next((part.text' in after


def test_lines_that_were_long_already_stay_lines() -> None:
    text = "x" * 90
    before = f'''from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant_id)
    print("{text}", run.usage.prompt_tokens)
'''
    assert f'    print("{text}", response.usage.input_tokens)\n' in fix_all(before)


def test_comments_and_several_lines_stay_as_they_are() -> None:
    becomes(
        HEAD + f"    print(\n        {TEXT}, rows  # both\n    )\n",
        LISTED + "    print(\n        " + _text(8, ", rows  # both") + "    )\n",
    )


def test_keys_and_indices_are_new_as_well() -> None:
    after = fix_all(
        HEAD.replace("thread_id=thread_id)", 'thread_id=thread_id, order="asc")')
        + f"    print({{{TEXT}: rows}}, rows[{TEXT}], {TEXT})\n"
    )
    assert after.count("next(") == 3
    assert "text.value" not in after


def test_modules_of_python_go_with_their_last_use() -> None:
    before = """import random
import time
from openai import OpenAI

client = OpenAI()


def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while run.status != "completed":
        time.sleep(random.random())
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
"""
    assert "random" not in fix_all(before)
