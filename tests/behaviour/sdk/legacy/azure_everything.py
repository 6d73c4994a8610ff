"""azure-ai-agents, synchronous: agents, threads, messages, runs, steps, files, stores."""

import os
from pathlib import Path

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    CodeInterpreterTool,
    FilePurpose,
    FileSearchTool,
    ListSortOrder,
    MessageAttachment,
    MessageImageUrlParam,
    MessageInputImageUrlBlock,
    MessageInputTextBlock,
    MessageRole,
)
from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential

Path("facts.md").write_text("Rome is old.")
client = AgentsClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
with client:
    file = client.files.upload_and_poll(file_path="facts.md", purpose=FilePurpose.AGENTS)
    store = client.vector_stores.create_and_poll(file_ids=[file.id], name="facts")
    assert store.file_counts.completed == 1
    batch = client.vector_store_file_batches.create_and_poll(
        vector_store_id=store.id, file_ids=[file.id]
    )
    assert batch.status == "completed"
    search = FileSearchTool(vector_store_ids=[store.id])
    agent = client.create_agent(
        model="m",
        name="a",
        instructions="i",
        tools=search.definitions,
        tool_resources=search.resources,
    )
    agent = client.update_agent(agent.id, instructions="j")
    assert client.get_agent(agent.id).instructions == "j"
    assert [a.id for a in client.list_agents()] == [agent.id]
    thread = client.threads.create(metadata={"k": "v"})
    client.threads.update(thread.id, metadata={"k": "w"})
    assert client.threads.get(thread.id).metadata == {"k": "w"}
    image = MessageInputImageUrlBlock(image_url=MessageImageUrlParam(url="data:x", detail="high"))
    message = client.messages.create(
        thread.id, role=MessageRole.USER, content=[MessageInputTextBlock(text="See"), image]
    )
    assert client.messages.get(thread.id, message.id).role == "user"
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    assert run.status == "completed", run
    assert run.usage.total_tokens == 18
    last = client.messages.get_last_message_by_role(thread.id, MessageRole.AGENT)
    assert last.file_citation_annotations[0].file_citation.file_id == file.id
    assert len(list(client.messages.list(thread.id, order=ListSortOrder.ASCENDING, limit=1))) == 2
    kinds = [s.type for s in client.run_steps.list(thread.id, run.id)]
    assert kinds == ["message_creation", "tool_calls"], kinds
    painter = client.create_agent(model="m", tools=CodeInterpreterTool().definitions)
    client.messages.create(
        thread.id,
        role="user",
        content="Draw a chart of it",
        attachments=[MessageAttachment(file_id=file.id, tools=CodeInterpreterTool().definitions)],
    )
    run = client.create_thread_and_process_run(
        agent_id=painter.id,
        thread={"messages": [{"role": "user", "content": "Draw a chart"}]},
    )
    made = next(iter(client.messages.list(run.thread_id)))
    for content in made.image_contents:
        client.files.save(file_id=content.image_file.file_id, file_name="chart.png")
    assert Path("chart.png").read_bytes()
    print(made.text_messages[-1].text.value)
    client.vector_stores.delete(store.id)
    client.files.delete(file.id)
    client.threads.delete(thread.id)
    client.delete_agent(agent.id)
    client.delete_agent(painter.id)
    try:
        client.get_agent(agent.id)
    except HttpResponseError as error:
        assert error.status_code == 404
