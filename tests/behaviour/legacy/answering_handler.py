"""A handler that answers function calls gets the function that opens its streams."""

from __future__ import annotations

import json

from openai import AssistantEventHandler, OpenAI

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "hours",
            "description": "Opening hours of a place.",
            "parameters": {
                "type": "object",
                "properties": {"place": {"type": "string"}},
                "required": ["place"],
            },
        },
    }
]


def hours(place: str) -> str:
    return f"{place}: nine to five"


class Guide(AssistantEventHandler):
    def __init__(self, client: OpenAI, log: list) -> None:
        super().__init__()
        self.client = client
        self.log = log

    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            self.answer(event.data)
        elif event.event == "thread.run.completed":
            print("completed")

    def on_text_delta(self, delta, snapshot):
        self.log.append(delta.value)

    def answer(self, data):
        outputs = []
        for tool in data.required_action.submit_tool_outputs.tool_calls:
            print("called", tool.function.name)
            args = json.loads(tool.function.arguments)
            outputs.append({"tool_call_id": tool.id, "output": hours(**args)})
        with self.client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=self.current_run.thread_id,
            run_id=data.id,
            tool_outputs=outputs,
            event_handler=Guide(self.client, self.log),
        ) as stream:
            stream.until_done()
        print("handed in", self.current_run.status)


def ask(client: OpenAI, text: str) -> None:
    assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.", tools=TOOLS)
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    log = []
    with client.beta.threads.runs.stream(
        thread_id=thread.id,
        assistant_id=assistant.id,
        instructions="Be brief.",
        event_handler=Guide(client, log),
    ) as stream:
        stream.until_done()
    print("".join(log))


ask(OpenAI(), "When is the museum open?")
