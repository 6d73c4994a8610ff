"""Annotations that are read by name: ``getattr(note, "url_citation", None)``."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)
START = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="a")
"""
PROGRAMS = {
    "an answer's annotations, by whichever name they have": (
        r"""

def sources(thread_id):
    last = client.messages.get_last_message_text_by_role(thread_id=thread_id, role="assistant")
    for note in getattr(last.text, "annotations", []) if last else []:
        cited = getattr(note, "url_citation", None) or getattr(note, "file_citation", None)
        if cited:
            title = getattr(cited, "title", None) or getattr(cited, "filename", "unknown")
            print(title, getattr(cited, "url", ""), getattr(note, "url", None))
""",
        r"""

def sources(thread_id):
    last = next(
        (
            part
            for item in openai_client.conversations.items.list(thread_id)
            if item.type == "message" and item.role == "assistant"
            for part in reversed(item.content)
            if part.type == "output_text"
        ),
        None,
    )
    for note in (last.annotations if last.type == "output_text" else []) if last else []:
        cited = (note if note.type == "url_citation" else None) or (
            note if note.type == "file_citation" else None
        )
        if cited:
            title = getattr(cited, "title", None) or "unknown"
            print(title, getattr(cited, "url", ""), None)
""",
    ),
    "citations of pages with what they stand for": (
        r"""

def collect(message, found):
    for note in getattr(message, "url_citation_annotations", []) or []:
        page = getattr(note, "url_citation", None)
        url = getattr(page, "url", "") if page is not None else ""
        found.append((url, getattr(note, "text", "") or ""))


def sources(thread_id):
    found = []
    for message in client.messages.list(thread_id=thread_id):
        collect(message, found)
    return found
""",
        r"""

def collect(message, found):
    for part, note in [
        (part, note)
        for part in message.content
        if part.type == "output_text"
        for note in part.annotations
        if note.type == "url_citation"
    ] or []:
        page = note
        url = getattr(page, "url", "") if page is not None else ""
        found.append((url, part.text[note.start_index : note.end_index] or ""))


def sources(thread_id):
    found = []
    for message in (
        item
        for item in openai_client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        collect(message, found)
    return found
""",
    ),
    "a text that is kept, and may be none": (
        r"""

def sources(thread_id):
    parts, found = [], []
    for message in client.messages.list(thread_id=thread_id):
        for part in message.content or []:
            text = getattr(part, "text", None)
            if not text:
                continue
            parts.append(text.value if hasattr(text, "value") else str(text))
            print(getattr(text, "value", ""))
            for note in getattr(text, "annotations", None) or []:
                if getattr(note, "type", None) != "file_citation":
                    continue
                cited = getattr(note, "file_citation", None)
                if getattr(cited, "file_id", None):
                    found.append(cited.file_id)
            notes = getattr(text, "annotations", None)
            print(len(notes))
    return parts, found
""",
        r"""

def sources(thread_id):
    parts, found = [], []
    for message in (
        item
        for item in openai_client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        for part in message.content or []:
            text = (
                part
                if part.type == "output_text" or part.type == "input_text"
                else None
            )
            if not text:
                continue
            parts.append(text.text if text is not None else str(text))
            print(getattr(text, "text", ""))
            for note in getattr(text, "annotations", None) or []:
                if getattr(note, "type", None) != "file_citation":
                    continue
                cited = note if note.type == "file_citation" else None
                if getattr(cited, "file_id", None):
                    found.append(cited.file_id)
            notes = getattr(text, "annotations", [])
            print(len(notes))
    return parts, found
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    analysis = analyse(START + before, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(START + before, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done[done.index("\ndef ") - 1 :] == after
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)


LOOP = """

def sources(thread_id):
    for message in client.messages.list(thread_id=thread_id):
        for part in message.content:
            if part.type == "text":
                for note in part.text.annotations:
                    {}
"""
REFUSALS = {
    "the quote of a file": (
        'print(getattr(note.file_citation, "quote", ""))',
        "which kind of annotation this is has not been tested here",
    ),
    "the quote of a file that is kept": (
        'cited = getattr(note, "file_citation", None); print(cited.quote)',
        "a `file_citation` does not quote the file any more",
    ),
    "a method": ('print(getattr(note, "as_dict", None))', "annotations have other attributes now"),
    "a name that is not known": (
        "print(getattr(note, thread_id, None))",
        "which attribute is read here is not known, and annotations have other ones now",
    ),
    "no default": (
        'print(getattr(note, "url_citation"))',
        "annotations have other attributes now",
    ),
    "a field that only some have now": (
        'print(getattr(note, "start_index", 0))',
        "annotations have other attributes now",
    ),
    "a dictionary in place of what is not there": (
        'cited = getattr(note, "url_citation", {}); print(cited.get("url"))',
        "annotations have other attributes now",
    ),
}


@pytest.mark.parametrize(("line", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(line: str, reason: str) -> None:
    source = START + LOOP.format(line)
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.message for f in analysis.findings for b in f.blockers}
    assert "client.messages.list" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_what_openai_gives_may_have_more_fields_than_it_said() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def sources(thread_id):
    for message in client.beta.threads.messages.list(thread_id):
        for part in message.content:
            if part.type == "text":
                for note in part.text.annotations:
                    print(getattr(note, "filename", None))
"""
    analysis = analyse(source, today=TODAY)
    reasons = {b.message for f in analysis.findings for b in f.blockers}
    assert "annotations have other attributes now" in reasons


@pytest.mark.parametrize(
    "line",
    [
        "save(note)",
        "save(cited=note)",
        "save(note.url_citation)",
        "print(dict(note.url_citation))",
        'found = {"page": note.url_citation}',
    ],
)
def test_annotations_that_go_out_of_view(line: str) -> None:
    source = f"""from elsewhere import save
{START}

def sources(thread_id):
    for message in client.messages.list(thread_id=thread_id):
        for note in message.url_citation_annotations:
            {{}}
"""
    reason = "annotations have other fields now, and who reads them here is not in view"
    source = source.format(line)
    analysis = analyse(source, today=TODAY)
    assert any(b.message.startswith(reason) for f in analysis.findings for b in f.blockers)
    assert "url_citation_annotations" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_annotations_that_are_shown_or_given_to_functions_in_view() -> None:
    source = f"""{START}

def show(note):
    print(note.url_citation.url)


def sources(thread_id):
    for message in client.messages.list(thread_id=thread_id):
        for note in message.url_citation_annotations:
            print(note, str(note))
            show(note)
"""
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    assert "    print(note.url)\n" in apply_edits(source, analysis.fix_all(unsafe=True))
