"""What takes the place of a citation's marker, and says more than a number."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

CODE = """from openai import OpenAI

client = OpenAI()
messages = client.beta.threads.messages.list("thread_1")
part = messages.data[0].content[0].text
answer = part.value
for note in part.annotations:
    if note.type == "file_citation":
        source = f"[{note.text}, {note.file_citation.file_id}]"
        answer = answer.replace(note.text, source)
print(answer)
"""


def test_it_stands_behind_the_text() -> None:
    after = fix_all(CODE)
    becomes(CODE, after)
    assert '        source = f"[{note.filename}, {note.file_id}]"\n' in after
    assert "        answer = answer + source\n" in after
    assert any("stands at the end of the text" in note for note in notes(CODE))


def test_an_expression_of_its_own() -> None:
    code = CODE.replace("note.text, source)", 'note.text, " " + source if answer else source)')
    code = code.replace("{note.text}, ", "")
    assert 'answer = answer + (" " + source if answer else source)\n' in fix_all(code)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("        answer = answer", "        print(source)\n        answer = answer", "no text"),
        ('if note.type == "file_citation":', "if True:", "which kind"),
        ("note.text, source)", "note.text, source, 1)", "no text"),
        (
            "answer = answer.replace(note.text, source)",
            "say(answer.replace(note.text, source))",
            "would not be shown",
        ),
    ],
)
def test_what_is_not_certain(old: str, new: str, reason: str) -> None:
    assert any(reason in message for _, message in blockers(CODE.replace(old, new)))


def test_a_test_for_a_text() -> None:
    code = CODE.replace('if note.type == "file_citation":', 'if hasattr(note, "text"):')
    code = code.replace("        source = f", "        source = 0  # f")
    code = code.replace("note.text, source)", 'note.text, "")')
    after = fix_all(code)
    becomes(code, after)
    assert '    if note.type in ("file_citation", "container_file_citation"):\n' in after


def test_a_link_that_is_named_in_what_takes_its_place() -> None:
    code = CODE.replace('"file_citation"', '"file_path"').replace("file_citation.", "file_path.")
    after = fix_all(code)
    becomes(code, after)
    assert "{'sandbox:/mnt/data/' + note.filename}, " in after
    assert 'answer.replace("sandbox:/mnt/data/" + note.filename, source)\n' in after
    assert not any("stands at the end" in note for note in notes(code))
