"""openai 1.65.5, synchronous: assistants, threads, runs, steps, files, stores."""

from openai import NotFoundError, OpenAI

client = OpenAI()
file = client.files.create(file=("facts.md", b"Rome is old."), purpose="assistants")
store = client.beta.vector_stores.create(name="facts")
batch = client.beta.vector_stores.file_batches.upload_and_poll(
    vector_store_id=store.id, files=[("more.md", b"More.")]
)
assert batch.file_counts.completed == 1
client.beta.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
assistant = client.beta.assistants.create(
    model="gpt-4o",
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": [store.id]}},
)
assistant = client.beta.assistants.update(assistant.id, instructions="Search.")
assert client.beta.assistants.retrieve(assistant.id).instructions == "Search."
assert [a.id for a in client.beta.assistants.list()] == [assistant.id]
thread = client.beta.threads.create(messages=[{"role": "user", "content": "What is old?"}])
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
assert run.status == "completed"
messages = client.beta.threads.messages.list(thread.id, run_id=run.id)
text = messages.data[0].content[0].text
assert text.annotations[0].file_citation.file_id
print(text.value)
steps = client.beta.threads.runs.steps.list(run_id=run.id, thread_id=thread.id)
assert [s.type for s in steps] == ["message_creation", "tool_calls"]
run = client.beta.threads.create_and_run(
    assistant_id=assistant.id,
    thread={"messages": [{"role": "user", "content": "Wait"}]},
    tools=[],
)
run = client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
assert client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id).status == "cancelled"
client.beta.threads.delete(thread.id)
client.beta.assistants.delete(assistant.id)
client.beta.vector_stores.delete(store.id)
try:
    client.beta.threads.retrieve(thread.id)
except NotFoundError:
    print("gone")
