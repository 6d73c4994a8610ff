"""The types of parts and annotations, and the names of states, where they go on as values."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_HEAD = """from azure.ai.agents import AgentsClient


def read(client: AgentsClient, thread_id, rows):
    for message in client.messages.list(thread_id=thread_id):
"""
_EACH = "        for note in message.{name}:\n            rows.append(note.type)\n"
_NOTES = """        for part in message.content:
            if part.type == "text":
                for note in part.text.annotations:
                    {body}
"""


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            '        for part in message.content:\n            rows.append({"type": part.type})\n',
            '"text" if part.type == "output_text" or part.type == "input_text" else part.type',
        ),
        (
            "        for text in message.text_messages:\n            rows.append(text.type)\n",
            'rows.append("text")',
        ),
        (
            _NOTES.format(body="rows.append([note.type])"),
            '("file_path" if note.type == "container_file_citation" else note.type)',
        ),
        (
            _EACH.format(name="url_citation_annotations"),
            "rows.append(note.type)",
        ),
        (
            _EACH.format(name="file_path_annotations"),
            'rows.append("file_path")',
        ),
    ],
)
def test_a_type_is_what_it_was(body: str, after: str) -> None:
    assert after in " ".join(fix_all(_HEAD + body).split()).replace("( ", "(").replace(" )", ")")
    assert not blockers(_HEAD + body)


def test_images_had_two_types() -> None:
    body = (
        "        for part in message.content:\n"
        '            rows.append(part.type.replace("image_file", "picture"))\n'
        '            rows.append({"image_file": 1}[part.type])\n'
    )
    assert "the types of content parts have other names" in str(blockers(_HEAD + body))


_RUN = """from azure.ai.agents import AgentsClient


def ask(client: AgentsClient, thread_id, agent_id):
    run = client.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    {body}
"""


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            'if run.status.name == "FAILED":\n        raise ValueError',
            "str(response.status).upper()",
        ),
        ("print(run.status.name.lower())", "print(str(response.status).lower())"),
        ("return run.status.name", "return str(response.status).upper()"),
    ],
)
def test_the_name_of_a_state(body: str, after: str) -> None:
    assert after in fix_all(_RUN.format(body=body))
    assert not blockers(_RUN.format(body=body))


def test_a_name_that_asks_for_action() -> None:
    body = 'if run.status.name == "REQUIRES_ACTION":\n        raise ValueError'

    assert "`name` of `RunStatus`" in str(blockers(_RUN.format(body=body)))


@pytest.mark.parametrize(
    "line",
    [
        "rows.append(message.content.pop().type)",
        'print(message.content.pop(0).type == "text")',
        "rows.append(message.content.pop().text.value)",
        'print(next(iter(message.content)).type == "text")',
    ],
)
def test_a_part_that_is_taken_from_where_it_is_cannot_be_read_twice(line: str) -> None:
    assert "give it a name first" in str(blockers(f"{_HEAD}        {line}\n"))
