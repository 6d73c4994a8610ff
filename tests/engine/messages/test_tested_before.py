"""A part that was tested before a place, or by all who hand it on, is known to be a text there."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers

_HEAD = """from openai import OpenAI

client = OpenAI()
thread_id = input()
"""
_LISTING = """for message in client.beta.threads.messages.list(thread_id=thread_id):
    for part in message.content:
"""
_LISTING_AFTER = """for message in (
    item
    for item in client.conversations.items.list(conversation_id=thread_id)
    if item.type == "message"
):
    for part in message.content:
"""
_READ = """        held = part.text
        print(held.value, held.annotations)
"""
_READ_AFTER = """        held = part
        print(held.text, (held.annotations if held.type == "output_text" else []))
"""
_IS_TEXT = 'part.type == "output_text" or part.type == "input_text"'
_UNTESTED = "whether this part of the message is a text has not been tested here"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'if part.type != "text":\n            continue',
            f"if not ({_IS_TEXT}):\n            continue",
        ),
        ('assert part.type == "text"', f"assert {_IS_TEXT}"),
        (
            'if not hasattr(part, "text"):\n            break',
            f"if not ({_IS_TEXT}):\n            break",
        ),
        (
            'if message.role == "user" or part.type != "text":\n            continue',
            f"""if message.role == "user" or not (
            {_IS_TEXT}
        ):
            continue""",
        ),
    ],
)
def test_a_test_that_leaves_says_what_the_part_is_behind_it(before: str, after: str) -> None:
    becomes(
        f"{_HEAD}{_LISTING}        {before}\n{_READ}",
        f"{_HEAD}{_LISTING_AFTER}        {after}\n{_READ_AFTER}",
    )


def test_a_function_gets_texts_where_all_its_callers_have_tested() -> None:
    becomes(
        f"""{_HEAD}

def tidy(part):
    held = part.text
    for note in held.annotations:
        held.value = held.value.replace(note.text, "")


{_LISTING}        if part.type == "text":
            tidy(part)
            print(part.text.value)
""",
        f"""{_HEAD}

def tidy(part):
    held = part
    for note in (held.annotations if held.type == "output_text" else []):
        if note.type == "container_file_citation":
            held.text = held.text.replace("sandbox:/mnt/data/" + note.filename, "")


{_LISTING_AFTER}        if {_IS_TEXT}:
            tidy(part)
            print(part.text)
""",
    )


def test_an_annotation_is_known_behind_a_test_that_leaves() -> None:
    becomes(
        f"""{_HEAD}{_LISTING}        if part.type != "text":
            continue
        for note in part.text.annotations:
            if note.type != "file_citation":
                continue
            cited = note.file_citation
            print(cited.file_id)
""",
        f"""{_HEAD}{_LISTING_AFTER}        if not ({_IS_TEXT}):
            continue
        for note in (part.annotations if part.type == "output_text" else []):
            if note.type != "file_citation":
                continue
            cited = note
            print(cited.file_id)
""",
    )


@pytest.mark.parametrize(
    "tested",
    [
        'if part.type == "image_file":\n            continue',
        'if part.type == "text":\n            continue',
        'if part.type != "text":\n            print("no text")',
        'if part.type != "text" and message.role == "user":\n            continue',
        'if part.type != "text":\n            continue\n        part = message.content[-1]',
        'for _ in range(2):\n            assert part.type == "text"',
        'assert message.content[0].type == "text"',
    ],
)
def test_other_tests_say_nothing_of_the_part(tested: str) -> None:
    found = blockers(f"{_HEAD}{_LISTING}        {tested}\n{_READ}")
    assert _UNTESTED in {message for _, message in found}


@pytest.mark.parametrize(
    "calls",
    [
        '        if part.type == "text":\n            tidy(part)\n        tidy(part)\n',
        '        if part.type == "text":\n            tidy(part)\nprint(list(map(tidy, texts)))\n',
    ],
)
def test_a_function_that_may_get_other_parts_waits(calls: str) -> None:
    source = f"""{_HEAD}

def tidy(part):
    held = part.text
    print(held.value, held.annotations)


{_LISTING}{calls}"""
    assert _UNTESTED in {message for _, message in blockers(source)}


@pytest.mark.parametrize(
    "tested",
    ['if note.type == "file_path":', 'if note.type != "file_citation" and len(names) > 3:'],
)
def test_an_annotation_of_another_kind_may_come_behind_other_tests(tested: str) -> None:
    source = f"""{_HEAD}names = []
{_LISTING}        if part.type == "text":
            for note in part.text.annotations:
                {tested}
                    continue
                cited = note.file_citation
                names.append(cited.file_id)
"""
    said = {message for _, message in blockers(source)}
    assert "which kind of annotation this is has not been tested here" in said
