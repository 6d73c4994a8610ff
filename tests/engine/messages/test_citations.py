"""Citations and generated files: programs before and after, and what is refused."""

from __future__ import annotations

import ast
from datetime import date

import pytest
from tests.rules.fixing import fix_all

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

PROGRAMS = {
    "citations of pages, and their markers": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    if message.role == MessageRole.AGENT and message.url_citation_annotations:
        for annotation in message.url_citation_annotations:
            print(annotation.url_citation.title, annotation.url_citation.url)
        seen = {
            annotation.text: annotation.url_citation.url
            for annotation in message.url_citation_annotations
        }
        print(seen)
""",
        r"""from azure.ai.projects.models import PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o")
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
for message in (
    item
    for item in openai_client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
):
    if message.role == "assistant" and any(
        True
        for part in message.content
        if part.type == "output_text"
        for note in part.annotations
        if note.type == "url_citation"
    ):
        for annotation in (
            note
            for part in message.content
            if part.type == "output_text"
            for note in part.annotations
            if note.type == "url_citation"
        ):
            print(annotation.title, annotation.url)
        seen = {
            part.text[annotation.start_index : annotation.end_index]: annotation.url
            for part, annotation in (
                (part, note)
                for part in message.content
                if part.type == "output_text"
                for note in part.annotations
                if note.type == "url_citation"
            )
        }
        print(seen)
""",
    ),
    "citations of files": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
message = client.messages.get_last_message_by_role(thread_id=thread.id, role=MessageRole.AGENT)
if message:
    for annotation in message.file_citation_annotations:
        print(annotation.file_citation.file_id)
""",
        r"""from azure.ai.projects.models import PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o")
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
message = next(
    (
        item
        for item in openai_client.conversations.items.list(conversation.id)
        if item.type == "message" and item.role == "assistant"
    ),
    None,
)
if message:
    for annotation in (
        note
        for part in message.content
        if part.type == "output_text"
        for note in part.annotations
        if note.type == "file_citation"
    ):
        print(annotation.file_id)
""",
    ),
    "annotations of a text, by type": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=[{"type": "code_interpreter"}])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
messages = client.beta.threads.messages.list(thread_id=thread.id)
message = messages.data[0]
for note in message.content[0].text.annotations:
    if note.type == "file_path":
        client.files.content(note.file_path.file_id).write_to_file("x.csv")
    elif note.type == "file_citation":
        print(note.file_citation.file_id)
    if cited := getattr(note, "file_citation", None):
        print(cited.file_id)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(
    client.responses.create,
    model="gpt-4o",
    tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
)
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
messages = [
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
]
message = messages[0]
for note in next((part.annotations for part in message.content if part.type == "output_text"), []):
    if note.type == "container_file_citation":
        client.containers.files.content.retrieve(
            note.file_id, container_id=note.container_id
        ).write_to_file("x.csv")
    elif note.type == "file_citation":
        print(note.file_id)
    if cited := (note if note.type == "file_citation" else None):
        print(cited.file_id)
""",
    ),
    "images and files that tools made": (
        r"""from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    for image in message.image_contents:
        file_id = image.image_file.file_id
        client.files.save(file_id=file_id, file_name=f"{file_id}.png")  # the chart
    for note in message.file_path_annotations:
        print(f"{note.text}: {note.file_path.file_id}")
        client.files.save(file_id=note.file_path.file_id, file_name="x.csv")
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o")
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
for message in (
    item
    for item in openai_client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
):
    for image in (
        note
        for part in message.content
        if part.type == "output_text"
        for note in part.annotations
        if note.type == "container_file_citation"
        if note.filename.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp"))
    ):
        file_id = image.file_id
        openai_client.containers.files.content.retrieve(
            file_id, container_id=image.container_id
        ).write_to_file(
            f"{file_id}.png"
        )  # the chart
    for note in (
        note
        for part in message.content
        if part.type == "output_text"
        for note in part.annotations
        if note.type == "container_file_citation"
    ):
        print(f"{'sandbox:/mnt/data/' + note.filename}: {note.file_id}")
        openai_client.containers.files.content.retrieve(
            note.file_id, container_id=note.container_id
        ).write_to_file("x.csv")
""",
    ),
}

REFUSALS = {
    "the marker of a file's citation": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    for note in message.file_citation_annotations:
        save(note.text)
""",
        (
            "a `file_citation` has no text and no place in the answer, only `file_id`, "
            "`filename` and `index`: the answer holds no marker to replace"
        ),
    ),
    "an untested kind": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", tools=[{"type": "code_interpreter"}])
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
messages = client.beta.threads.messages.list(thread_id=thread.id)
message = messages.data[0]
for note in message.content[0].text.annotations:
    print(note.file_path.file_id)
""",
        "which kind of annotation this is has not been tested here",
    ),
    "a generated file that is deleted": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    for image in message.image_contents:
        client.files.delete(image.image_file.file_id)
""",
        (
            "a file that a tool made lies in a container: its content is read with its id and"
            " the container's"
        ),
    ),
    "a folder to save in": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
for message in client.messages.list(thread_id=thread.id):
    for image in message.image_contents:
        client.files.save(file_id=image.image_file.file_id, file_name="x", target_dir="y")
""",
        (
            "files that tools make are read from the container: "
            "`containers.files.content.retrieve(file_id, container_id=…)`"
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


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_left_to_do(name: str) -> None:
    after = PROGRAMS[name][1]
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("source", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str, reason: str) -> None:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.message for f in analysis.findings for b in f.blockers}
    assert "beta.threads.runs" in apply_edits(source, analysis.fix_all(unsafe=True)) or (
        "runs.create" in apply_edits(source, analysis.fix_all(unsafe=True))
    )


def test_the_marker_of_a_files_citation_that_is_printed() -> None:
    source = next(s for s, _ in REFUSALS.values() if "save(note.text)" in s)
    after = fix_all(source.replace("save(note.text)", 'print(f"from {note.text}")'))
    assert '        print(f"from {note.filename}")\n' in after
