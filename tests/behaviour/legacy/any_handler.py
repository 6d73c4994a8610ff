"""A helper class takes any handler; its callbacks put parameters aside."""

from __future__ import annotations

import json

from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import Text, TextDelta
from openai.types.beta.threads.runs import ToolCall
from typing_extensions import override

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


class Guide(AssistantEventHandler):
    def __init__(self, *args, client: OpenAI, log: list, **kwargs):
        self.client = client
        self.log = log
        super().__init__(*args, **kwargs)

    @override
    def on_text_created(self, text: Text) -> None:
        _ = text
        print("begin")

    @override
    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        del snapshot  # all of it is in the log
        self.log.append(delta.value)

    @override
    def on_tool_call_created(self, tool_call: ToolCall) -> None:
        _ = tool_call

    @override
    def on_event(self, event) -> None:
        if event.event == "thread.run.requires_action":
            self.answer(event.data)

    def answer(self, data):
        outputs = []
        for tool in data.required_action.submit_tool_outputs.tool_calls:
            print("called", tool.function.name)
            args = json.loads(tool.function.arguments)
            outputs.append({"tool_call_id": tool.id, "output": args["place"] + ": nine to five"})
        print("handed", self.hand_in(outputs))

    def hand_in(self, outputs: list) -> str:
        assert self.current_run
        said = ""
        with self.client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=self.current_run.thread_id,
            run_id=self.current_run.id,
            tool_outputs=outputs,
        ) as stream:
            for text in stream.text_deltas:
                said += text
        return said


class Desk:
    def __init__(self, client: OpenAI) -> None:
        self.client = client
        self.assistant = client.beta.assistants.create(
            model="gpt-4o", instructions="Be kind.", tools=TOOLS
        )
        self.thread = client.beta.threads.create()

    def ask(self, text: str, handler: AssistantEventHandler) -> None:
        self.client.beta.threads.messages.create(
            thread_id=self.thread.id, role="user", content=text
        )
        with self.client.beta.threads.runs.stream(
            thread_id=self.thread.id, assistant_id=self.assistant.id, event_handler=handler
        ) as stream:
            stream.until_done()


client = OpenAI()
log = []
desk = Desk(client)
desk.ask("When is the museum open?", Guide(client=client, log=log))
print("".join(log))
