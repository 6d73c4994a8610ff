from __future__ import annotations

from functools import partial

from openai import OpenAI

client = OpenAI()
store = client.vector_stores.create(name="Facts")
assistant = partial(
    client.responses.create,
    model="gpt-4o-mini",
    instructions="Be short.",
    tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
)
conversation = client.conversations.create()


def newest() -> str:
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=conversation.id)
        if item.type == "message"
    ]
    return next(
        (
            part.text
            for part in messages[0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )


for question in ("One?", "Two?"):
    client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": question}],
    )
    response = assistant(conversation=conversation.id)
    status = response.status
    tries, delay = 0, 0.1
    status = response.status
    messages = [item for item in reversed(response.output) if item.type == "message"]
    for message in [m for m in messages if m.role == "assistant"]:
        print(
            next(
                (
                    part.text
                    for part in message.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
        )

client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "Three?"}],
)
response = assistant(conversation=conversation.id)
if response.status != "completed":
    raise TimeoutError("Three?")
print(newest())
