"""Deltas that are taken apart under names of their own."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

OPENAI = """\
from openai import OpenAI
from openai.types.beta.threads import TextDeltaBlock

client = OpenAI()


def ask(thread_id, said):
    stream = client.beta.threads.runs.create(thread_id, assistant_id="asst_1", stream=True)
    for event in stream:
        if event.event == "thread.message.delta":
"""
AZURE = """\
from azure.ai.agents.models import MessageDeltaTextContent
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id, said):
    with project.agents.runs.stream(thread_id=thread_id, agent_id="guide") as stream:
        for name, data, _ in stream:
            if name == "thread.message.delta":
"""
THERE = 'event.type == "response.output_text.delta":\n'


def indented(body: str, width: int) -> str:
    return "".join(" " * width + line if line.strip() else line for line in body.splitlines(True))


def became(head: str, body: str) -> str:
    width = 16 if head is AZURE else 12
    result = fix_all(head + indented(body, width))
    assert THERE in result
    assert not look(result).findings
    lines = result[result.index(THERE) + len(THERE) :].splitlines(True)
    return "".join(line[width:] or "\n" for line in lines)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            """\
delta = event.data.delta
if delta.content:
    for part in delta.content:
        if part.type == "text" and part.text:
            said.append(part.text.value)
""",
            "if event.delta:\n    said.append(event.delta)\n",
        ),
        (
            """\
for part in event.data.delta.content or []:
    # only texts
    if isinstance(part, TextDeltaBlock):
        # a piece
        text = part.text

        said.append(text.value)  # kept
        yield text.value or ""
""",
            """\
# only texts
# a piece

said.append(event.delta)  # kept
yield event.delta
""",
        ),
        (
            """\
content = event.data.delta.content
if not content:
    continue
first = content[0]
if hasattr(first, "text") and hasattr(first.text, "value") and said:
    print(first.text.value)
""",
            "if not event.delta:\n    continue\nif said:\n    print(event.delta)\n",
        ),
        (
            """\
if event.data.delta.content and len(event.data.delta.content) > 0:
    if isinstance(event.data.delta.content[0], TextDeltaBlock):
        said.append(event.data.delta.content[0].text.value)
else:
    print("none")
""",
            'if event.delta:\n    said.append(event.delta)\nelse:\n    print("none")\n',
        ),
    ],
)
def test_openai(body: str, after: str) -> None:
    assert became(OPENAI, body) == after


JOINED = "[p.text.value for p in event.data.delta.content]"
SIFTED = 'p.text.value for p in event.data.delta.content or [] if p.type == "text"'


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (f'said.append("".join({JOINED}))\n', "said.append(event.delta)\n"),
        (f'said.append(" ".join({SIFTED}))\n', "said.append(event.delta)\n"),
        (f'piece = "".join({SIFTED} and p.text.value)\n', "piece = event.delta\n"),
        (f"piece = next(({SIFTED}), None)\n", "piece = event.delta\n"),
        (f"said += [{SIFTED} and p.text]\n", "said += [event.delta]\n"),
        (
            "said += [p.text.value or '' for p in event.data.delta.content]\n",
            "said += [event.delta]\n",
        ),
    ],
)
def test_comprehensions(body: str, after: str) -> None:
    assert became(OPENAI, body) == after


@pytest.mark.parametrize(
    "body",
    [
        f"said.append({SIFTED})\n",
        f"said += [{SIFTED} and p.text.value]\n",
        f"said += [{SIFTED} and p.index == 0]\n",
        f"said += [{SIFTED.replace('p.text.value', 'p', 1)}]\n",
        f"said += [q for q in said for {SIFTED.partition(' for ')[2]}]\n",
    ],
)
def test_comprehensions_of_something_else(body: str) -> None:
    assert blockers(OPENAI + indented(body, 12))


def test_other_conditions_stay() -> None:
    body = "part = event.data.delta.content[0]\nprint(part.text.value if said else '')\n"
    assert became(OPENAI, body) == "print(event.delta if said else '')\n"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            """\
if data and "delta" in data:
    delta = data["delta"]
    if "content" in delta:
        for part in delta["content"]:
            if part.get("type") == "text" and "text" in part:
                said.append(part["text"]["value"])
""",
            "said.append(event.delta)\n",
        ),
        (
            """\
delta = getattr(data, "delta", None)
content = getattr(delta, "content", None) if delta else None
for part in content or []:
    found = getattr(part, "text", None)
    piece = getattr(found, "value", "") if found else ""
    if piece:
        said.append(piece)
""",
            "piece = event.delta\nif piece:\n    said.append(piece)\n",
        ),
        (
            """\
for part in data.delta.content:
    if isinstance(part, MessageDeltaTextContent):
        piece = part.text.value if part.text else "nothing"
        said.append(piece)
""",
            "piece = event.delta\nsaid.append(piece)\n",
        ),
        (
            """\
if hasattr(data, "delta") and hasattr(data.delta, "content"):
    for part in data.delta.content:
        if isinstance(part, MessageDeltaTextContent):
            said.append(part.text.value)
""",
            "said.append(event.delta)\n",
        ),
    ],
)
def test_azure(body: str, after: str) -> None:
    assert became(AZURE, body) == after


def test_the_object_of_the_data_tells_the_event() -> None:
    source = (OPENAI + "            said.append(event.data.delta.content[0].text.value)\n").replace(
        "event.event ==", "event.data.object =="
    )
    assert f"        if {THERE}            said.append(event.delta)\n" in fix_all(source)


PARTS = "for part in event.data.delta.content:\n"
FIRST = "part = event.data.delta.content[0]\n"


@pytest.mark.parametrize(
    "body",
    [
        "delta = event.data.delta\nprint(delta)\n",
        "delta = event.data.delta\nprint(delta.role)\n",
        f"{PARTS}    if part.type == 'image_file':\n        print(1)\n",
        f"{PARTS}    if said:\n        break\n    print(part.text.value)\n",
        f"{PARTS}    said.append(part)\n",
        f"{FIRST}said.append(lambda: part)\n",
        f"{FIRST}part = said\nprint(part.text)\n",
        "if hasattr(event.data, 'delta'):\n    print(1)\nelse:\n    print(2)\n",
    ],
)
def test_refused(body: str) -> None:
    source = OPENAI + indented(body, 12)
    assert THERE not in fix_all(source)
    assert blockers(source)
