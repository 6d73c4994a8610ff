"""openai 1.65.5: event handlers, tool outputs into a second stream, async."""

import asyncio

from openai import AssistantEventHandler, AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, OpenAI
from typing_extensions import override

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "lookup",
            "parameters": {"type": "object", "properties": {"n": {"type": "integer"}}},
        },
    }
]


class Handler(AssistantEventHandler):
    def __init__(self, client):
        super().__init__()
        self.client = client

    @override
    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            calls = event.data.required_action.submit_tool_outputs.tool_calls
            with self.client.beta.threads.runs.submit_tool_outputs_stream(
                thread_id=event.data.thread_id,
                run_id=event.data.id,
                tool_outputs=[{"tool_call_id": c.id, "output": "7"} for c in calls],
                event_handler=Handler(self.client),
            ) as stream:
                for text in stream.text_deltas:
                    print(text, end="")

    @override
    def on_tool_call_created(self, tool_call):
        print(f"[{tool_call.type}]")

    @override
    def on_text_done(self, text):
        print(f"[done {text.value}]")

    @override
    def on_end(self):
        print("[end]")


def stream_with(client):
    assistant = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "Look"}])
    with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id, event_handler=Handler(client)
    ) as stream:
        stream.until_done()


async def wait_with(client):
    assistant = await client.beta.assistants.create(
        model="gpt-4o", tools=[{"type": "code_interpreter"}], response_format="auto"
    )
    thread = await client.beta.threads.create()
    await client.beta.threads.messages.create(thread.id, role="user", content="Count")
    run = await client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id
    )
    assert run.status == "completed"
    async with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id
    ) as stream:
        async for event in stream:
            print(event.event)
        final = await stream.get_final_messages()
    print(final[0].content[0].text.value)


stream_with(OpenAI())
stream_with(AzureOpenAI())
asyncio.run(wait_with(AsyncOpenAI()))
asyncio.run(wait_with(AsyncAzureOpenAI()))
