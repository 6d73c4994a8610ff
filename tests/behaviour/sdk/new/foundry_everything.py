"""azure-ai-projects 2.10.0: versions, conversations, responses, files, stores."""

import os
from pathlib import Path

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    FileSearchTool,
    PromptAgentDefinition,
    PromptAgentDefinitionTextOptions,
    TextResponseFormatJsonSchema,
)
from azure.core.exceptions import ResourceNotFoundError
from azure.identity import DefaultAzureCredential
from openai import NotFoundError

client = AIProjectClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
with client, client.get_openai_client() as oc:
    store = oc.vector_stores.create(name="facts")
    Path("facts.md").write_text("Rome is old.")
    with Path("facts.md").open("rb") as f:
        oc.vector_stores.files.upload_and_poll(vector_store_id=store.id, file=f)
    assert oc.vector_stores.retrieve(store.id).file_counts.completed == 1
    agent = client.agents.create_version(
        agent_name="searcher",
        definition=PromptAgentDefinition(
            model="m",
            instructions="Search.",
            tools=[FileSearchTool(vector_store_ids=[store.id])],
            temperature=0.1,
        ),
        metadata={"k": "v"},
    )
    assert agent.id == "searcher:1"
    assert client.agents.get("searcher").versions.latest.definition.instructions == "Search."
    reference = {"agent_reference": {"name": agent.name, "type": "agent_reference"}}
    conversation = oc.conversations.create(metadata={"a": "b"})
    oc.conversations.update(conversation.id, metadata={"a": "c"})
    oc.conversations.items.create(
        conversation.id, items=[{"type": "message", "role": "user", "content": "What is old?"}]
    )
    response = oc.responses.create(conversation=conversation.id, extra_body=reference)
    notes = response.output[-1].content[0].annotations
    assert notes[0].filename == "facts.md"
    response = oc.responses.create(
        input="And what is new?", previous_response_id=response.id, extra_body=reference
    )
    print(response.output_text)
    items = list(oc.conversations.items.list(conversation.id, order="asc", limit=1))
    assert [i.type for i in items] == ["message", "file_search_call", "message"]
    painter = client.agents.create_version(
        agent_name="painter",
        definition=PromptAgentDefinition(
            model="m", tools=[CodeInterpreterTool(container=AutoCodeInterpreterToolParam())]
        ),
    )
    response = oc.responses.create(
        input="Draw a chart",
        extra_body={
            "agent_reference": {"name": "painter", "version": "1", "type": "agent_reference"}
        },
    )
    note = response.output[-1].content[0].annotations[0]
    oc.containers.files.content.retrieve(
        note.file_id, container_id=note.container_id
    ).write_to_file("chart.png")
    assert Path("chart.png").read_bytes()
    schema = {"type": "object", "properties": {"mass": {"type": "number"}}}
    client.agents.create_version(
        agent_name="painter",
        definition=PromptAgentDefinition(
            model="m",
            text=PromptAgentDefinitionTextOptions(
                format=TextResponseFormatJsonSchema(name="planet", schema=schema)
            ),
        ),
    )
    response = oc.responses.create(
        input="Weigh it",
        background=True,
        extra_body={"agent_reference": {"name": "painter", "type": "agent_reference"}},
    )
    while response.status in ("queued", "in_progress"):
        response = oc.responses.retrieve(response.id)
    print(response.output_text)
    assert [v.version for v in client.agents.list_versions("painter")] == ["2", "1"]
    assert {a.name for a in client.agents.list(kind="prompt")} == {"searcher", "painter"}
    client.agents.delete_version("painter", "1")
    client.agents.delete("painter")
    client.agents.delete(agent_name="searcher")
    oc.conversations.delete(conversation.id)
    oc.vector_stores.delete(store.id)
    try:
        client.agents.get("searcher")
    except ResourceNotFoundError:
        print("gone")
    try:
        oc.conversations.retrieve(conversation.id)
    except NotFoundError:
        print("gone")
