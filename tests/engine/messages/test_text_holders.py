"""Names that hold the object of a text: its value and its annotations are read together."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

PROGRAMS = {
    "the answer with its footnotes": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Read.")
thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hi"}])
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
messages = list(client.beta.threads.messages.list(thread_id=thread.id, run_id=run.id))
answer = messages[0].content[0].text
sources = []
for number, note in enumerate(answer.annotations):
    answer.value = answer.value.replace(note.text, f"({number})")  # the marker
    if cited := getattr(note, "file_citation", None):
        source = client.files.retrieve(cited.file_id)
        sources.append(f"({number}) {source.filename}")
answer.value += "\n" + "\n".join(sources)
print(answer.value)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Read.")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hi"}]
)
response = assistant(conversation=conversation.id)
messages = list([item for item in reversed(response.output) if item.type == "message"])
answer = next(part for part in messages[0].content if part.type == "output_text")
sources = []
for number, note in enumerate(answer.annotations):
    if note.type == "container_file_citation":
        answer.text = answer.text.replace(
            "sandbox:/mnt/data/" + note.filename, f"({number})"
        )  # the marker
    if cited := (note if note.type == "file_citation" else None):
        source = client.files.retrieve(cited.file_id)
        sources.append(f"({number}) {source.filename}")
answer.text += "\n" + "\n".join(sources)
print(answer.text)
""",
    ),
    "a helper, the message by its id, and a file that was made": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Read.")
thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hi"}])


def sources_of(text):
    found = []
    for note in text.annotations:
        if note.type == "file_path":
            made = client.files.retrieve(note.file_path.file_id)
            found.append(made.filename)
    return found


client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
found = client.beta.threads.messages.list(thread_id=thread.id)
newest = found.data[0]
message = client.beta.threads.messages.retrieve(message_id=newest.id, thread_id=thread.id)
answer = message.content[0].text
print(answer.value, sources_of(answer))
""",
        r"""from functools import partial
from typing import cast

from openai import OpenAI
from openai.types.conversations import Message

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Read.")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hi"}]
)


def sources_of(text):
    found = []
    for note in (text.annotations if text.type == "output_text" else []):
        if note.type == "container_file_citation":
            made = note
            found.append(made.filename)
    return found


assistant(conversation=conversation.id)
found = [
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
]
newest = found[0]
message = cast(
    Message, client.conversations.items.retrieve(newest.id, conversation_id=conversation.id)
)
answer = next(
    part for part in message.content if part.type == "output_text" or part.type == "input_text"
)
print(answer.text, sources_of(answer))
""",
    ),
    "markers by the kind of annotation": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Read.")
thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hi"}])
client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
for message in client.beta.threads.messages.list(thread_id=thread.id):
    for part in message.content:
        if part.type == "text":
            shown = plain = part.text.value
            for note in part.text.annotations:
                if note.type == "file_citation":
                    plain = plain.replace(note.text, "")
                shown = shown.replace(note.text, "*")
                shown = plain.replace(note.text, "", 1)
            print(plain, shown)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Read.")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hi"}]
)
assistant(conversation=conversation.id)
for message in (
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
):
    for part in message.content:
        if part.type == "output_text" or part.type == "input_text":
            shown = plain = part.text
            for note in (part.annotations if part.type == "output_text" else []):
                if note.type == "file_citation":
                    pass
                if note.type == "container_file_citation":
                    shown = shown.replace("sandbox:/mnt/data/" + note.filename, "*")
                shown = (
                    plain.replace("sandbox:/mnt/data/" + note.filename, "", 1)
                    if note.type == "container_file_citation"
                    else plain
                )
            print(plain, shown)
""",
    ),
    "a function, and what annotations are told by": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Read.")
thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hi"}])
client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)


def shown(message):
    answer = message.content[0].text
    notes = answer.annotations if hasattr(answer, "annotations") else []
    ids = [a.file_citation.file_id for a in notes if a.type == "file_citation"]
    for note in notes:
        if hasattr(note, "file_citation"):
            print(note.file_citation.file_id)
        elif note.type == "file_path":
            data = client.files.content(note.file_path.file_id)
            with open("made.csv", "wb") as out:
                out.write(data.read())
            answer.value = answer.value.replace(note.text, str(out.name))
        if note.file_citation:
            print("cited")
    return answer.value, ids


for message in client.beta.threads.messages.list(thread_id=thread.id):
    print(shown(message))
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Read.")
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "Hi"}]
)
assistant(conversation=conversation.id)


def shown(message):
    answer = next(
        part
        for part in message.content
        if part.type == "output_text" or part.type == "input_text"
    )
    notes = answer.annotations if answer.type == "output_text" else []
    ids = [a.file_id for a in notes if a.type == "file_citation"]
    for note in notes:
        if note.type == "file_citation":
            print(note.file_id)
        elif note.type == "container_file_citation":
            data = client.containers.files.content.retrieve(
                note.file_id, container_id=note.container_id
            )
            with open("made.csv", "wb") as out:
                out.write(data.read())
            answer.text = answer.text.replace(
                "sandbox:/mnt/data/" + note.filename, str(out.name)
            )
        if note.type == "file_citation":
            print("cited")
    return answer.text, ids


for message in (
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
):
    print(shown(message))
""",
    ),
}

_START = PROGRAMS["the answer with its footnotes"][0].partition("sources = []")[0]
REFUSALS = {
    "the marker itself": (
        _START + "save([note.text for note in answer.annotations])\n",
        (
            "a `file_citation` has no text and no place in the answer, only `file_id`, "
            "`filename` and `index`: the answer holds no marker to replace"
        ),
    ),
    "a marker that gives way to what a reader looks for": (
        _START + "for note in answer.annotations:\n"
        "    name = input()\n"
        "    answer.value = answer.value.replace(note.text, name)\n",
        (
            "a `file_citation` has no marker in the answer now, so what takes its place here would "
            "not be shown: decide where it is"
        ),
    ),
    "annotations that a function from elsewhere reads": (
        "import functools\n" + _START + "notes = answer.annotations\n"
        'print(functools.reduce(lambda t, n: t.replace(n.text, ""), notes, answer.value))\n',
        (
            "annotations have other fields now, and who reads them here is not in view: keep what "
            "is needed of each"
        ),
    ),
    "annotations that are kept": (
        _START + 'print({"text": answer.value, "notes": answer.annotations})\n',
        (
            "annotations have other fields now, and who reads them here is not in view: keep what "
            "is needed of each"
        ),
    ),
    "a marker within a string": (
        _START + "for note in answer.annotations:\n"
        "    print(f\"{answer.value.replace(note.text, '')}\")\n",
        (
            "a `file_citation` has no text and no place in the answer, only `file_id`, "
            "`filename` and `index`: the answer holds no marker to replace"
        ),
    ),
    "a name that is also shown": (
        _START + "print(answer, answer.annotations)\n",
        "a text is a plain string now: its annotations are read of the content part",
    ),
    "what else a generated file says": (
        _START + "for note in answer.annotations:\n"
        '    if note.type == "file_path":\n'
        "        print(client.files.retrieve(note.file_path.file_id).bytes)\n",
        (
            "a file that a tool made lies in a container: its content is read with its id and "
            "the container's"
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    analysis = analyse(before, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(before, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done == after
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("source", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str, reason: str) -> None:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.message for f in analysis.findings for b in f.blockers}
