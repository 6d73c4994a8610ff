"""The outputs are handed in by another method than the one that waits."""

from __future__ import annotations

import json
import time

from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def start(self, text, wanted):
        assistant = self.client.beta.assistants.create(
            model="gpt-4o",
            instructions="Use the tools.",
            tools=[
                {
                    "type": "function",
                    "function": {
                        "name": "get_weather",
                        "description": "Weather.",
                        "parameters": {
                            "type": "object",
                            "properties": {"city": {"type": "string"}},
                        },
                    },
                }
            ],
        )
        thread = self.client.beta.threads.create()
        self.client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        run = self.client.beta.threads.runs.create(
            thread_id=thread.id, assistant_id=assistant.id, instructions=wanted
        )
        self.wait(thread.id, run.id)
        messages = self.client.beta.threads.messages.list(thread_id=thread.id)
        print(messages.data[0].content[0].text.value)

    def wait(self, thread_id, run_id):
        while True:
            run = self.client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
            if run.status == "completed":
                break
            if run.status == "requires_action":
                self.answer(thread_id, run_id, run.required_action.submit_tool_outputs.model_dump())
            else:
                print("...") if run.status == "never" else None
            time.sleep(0.01)

    def answer(self, thread_id, run_id, actions):
        outputs = []
        for action in actions["tool_calls"]:
            arguments = json.loads(action["function"]["arguments"])
            outputs.append({"tool_call_id": action["id"], "output": json.dumps(arguments)})
        self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=outputs
        )


Desk().start("Weather in Oslo?", "Be short.")
