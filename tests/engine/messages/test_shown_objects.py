"""Objects that are only shown, and dumps of which more is asked than that."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """import json

from openai import OpenAI

client = OpenAI()
"""
_RUN = """run = client.beta.threads.create_and_run(
    assistant_id="asst_1", thread={"messages": [{"role": "user", "content": "Hi"}]}
)
"""


@pytest.mark.parametrize("shown", ["dict(run)", "print(dict(run))", 'print(f"{type(run)}")'])
def test_a_response_in_another_form_is_shown(shown: str) -> None:
    fixed = fix_all(_HEAD + _RUN + shown + "\n")
    assert fixed.endswith(shown.replace("run", "response") + "\n")


@pytest.mark.parametrize(
    "use", ['print(dict(run)["thread_id"])', "save(dict(run))", "fields = vars(run)"]
)
def test_what_is_more_than_shown_of_a_run(use: str) -> None:
    assert [m for _, m in blockers(_HEAD + _RUN + use) if "gets the whole object" in m]


_LISTED = """thread_id = input()
messages = client.beta.threads.messages.list(thread_id)
print(messages.model_dump_json(indent=2))
"""


@pytest.mark.parametrize(
    "read",
    [
        "data = json.loads(messages.model_dump_json(indent=2))\n",
        "text = messages.model_dump_json()\ndata = json.loads(text)\n",
    ],
)
def test_a_dump_that_is_read_back_is_more_than_shown(read: str) -> None:
    used = read + 'print(data["data"][0]["content"][0]["image_file"]["file_id"])\n'
    assert blockers(_HEAD + _LISTED + used)


_AGENT = """from openai import AzureOpenAI

client = AzureOpenAI(api_version="2024-05-01-preview")
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="Help.")
"""


def test_one_field_of_the_dump_of_an_agent() -> None:
    use = 'print(assistant.model_dump()["instructions"])\n'
    assert [m for _, m in blockers(_AGENT + use) if "`model_dump`" in m]


def test_the_dump_of_an_agent_in_the_last_line() -> None:
    assert fix_all(_AGENT + "assistant.model_dump()\n").endswith("\nagent.as_dict()\n")
    before = 'assistant = client.beta.assistants.create(model="gpt-4o", instructions="Help.")\n'
    after = 'assistant = partial(client.responses.create, model="gpt-4o", instructions="Help.")\n'
    head = _HEAD.removeprefix("import json\n\n")
    becomes(
        head + before + "assistant.dict()\nprint(1)\n",
        "from functools import partial\n\n" + head + after + "print(1)\n",
    )


_PAGE = _HEAD + "page = client.beta.threads.messages.list(input())\n"


@pytest.mark.parametrize(
    "use",
    [
        "text = str(page.data[0].content)",
        'text = f"{page.data[0].content}"',
        "texts = [message.content for message in page.data]",
        "text = repr(page.data[0])",
        "run = client.beta.threads.runs.retrieve(input(), thread_id=input())\ntext = str(run)",
    ],
)
def test_texts_of_whole_objects_are_told_of(use: str) -> None:
    assert "what is printed of whole objects has other fields now" in notes(f"{_PAGE}{use}\n")


def test_nothing_is_told_of_parts_that_are_counted() -> None:
    source = f"{_PAGE}print(len(page.data[0].content))\n"
    assert "what is printed of whole objects has other fields now" not in notes(source)
