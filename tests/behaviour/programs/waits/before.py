from __future__ import annotations

import time

from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    model="gpt-4o-mini", name="Helper", instructions="Be short.", tools=[{"type": "file_search"}]
)
store = client.beta.vector_stores.create(name="Facts")
assistant = client.beta.assistants.update(
    assistant_id=assistant.id,
    tool_resources={"file_search": {"vector_store_ids": [store.id]}},
)
thread = client.beta.threads.create()


def newest() -> str:
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value


for question in ("One?", "Two?"):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    status = run.status
    tries, delay = 0, 0.1
    while status not in ("completed", "failed", "expired"):
        if tries > 100:
            client.beta.threads.runs.cancel(thread_id=thread.id, run_id=run.id)
            raise TimeoutError(question)
        tries += 1
        time.sleep(delay)
        delay = min(delay * 2, 1)
        status = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id).status
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    for message in [m for m in messages if m.run_id == run.id]:
        print(message.content[0].text.value)

client.beta.threads.messages.create(thread_id=thread.id, role="user", content="Three?")
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
for _ in range(100):
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if run.status == "completed":
        break
    time.sleep(0.5)
else:
    raise TimeoutError("Three?")
print(newest())
