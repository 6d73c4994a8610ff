"""Messages of a thread.

## What it does
Finds calls that put messages on a thread, read them back, change or delete them.
A message becomes an item of the conversation, and a listing becomes the items of type `message`, in the same order.
Reading the newest text right after a run becomes `response.output_text`.

## Why
A conversation holds items: messages, tool calls, tool outputs.
Their content is flat: `content[0].text` is the text that `content[0].text.value` was.

## Fix safety
Unsafe where a listing may now leave out tool calls that stand between messages, and where the answer of a failed run is read.
Blocked for attachments, for metadata and changes of a message (items cannot be changed), and for listing by run.

## References
The migration guide drops the listing of the messages from its long example; here it is kept.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS102",
    name="thread-message",
    summary="messages of a thread are items of a conversation in the new API",
    fix_title="Migrate this message to a conversation item",
    docs=__doc__,
    examples=(
        Example(
            title="messages of a conversation whose id comes from elsewhere",
            before="""\
            from openai import OpenAI

            client = OpenAI()


            def ask(thread_id: str, text: str) -> None:
                client.beta.threads.messages.create(thread_id, role="user", content=text)


            def history(thread_id: str) -> list[str]:
                lines = []
                for message in client.beta.threads.messages.list(thread_id, order="asc"):
                    text = message.content[0].text.value
                    lines.append(text)
                return lines
            """,
            after="""\
            from openai import OpenAI

            client = OpenAI()


            def ask(thread_id: str, text: str) -> None:
                client.conversations.items.create(
                    conversation_id=thread_id,
                    items=[{"type": "message", "role": "user", "content": text}],
                )


            def history(thread_id: str) -> list[str]:
                lines = []
                for message in (
                    item
                    for item in client.conversations.items.list(
                        conversation_id=thread_id, order="asc"
                    )
                    if item.type == "message"
                ):
                    text = next(
                        (
                            part.text
                            for part in message.content
                            if part.type == "output_text" or part.type == "input_text"
                        ),
                        "",
                    )
                    lines.append(text)
                return lines
            """,
        ),
        Example(
            title="attachments are a choice",
            text="A file can become an `input_file` part of the message, or belong to a tool of the agent.\nWhich one is meant, the code does not say; the thread waits for its message.",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            thread = client.beta.threads.create()
            client.beta.threads.messages.create(
                thread_id=thread.id,
                role="user",
                content="What is in this file?",
                attachments=[{"file_id": "file-123", "tools": [{"type": "file_search"}]}],
            )
            """,
            blockers=(
                "attachments become `input_file` parts of the content, or files of the agent's tools: choose one",
            ),
        ),
    ),
)
