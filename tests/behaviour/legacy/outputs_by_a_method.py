from __future__ import annotations

import json
import time

from openai import OpenAI

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "now",
            "description": "The time",
            "parameters": {"type": "object", "properties": {}},
        },
    }
]


class Chat:
    def __init__(self):
        self.client = OpenAI()
        self.id = self.client.beta.assistants.create(
            model="gpt-4o", instructions="Be kind.", tools=TOOLS
        ).id
        self.thread = self.client.beta.threads.create()

    def say(self, text):
        self.client.beta.threads.messages.create(self.thread.id, role="user", content=text)
        run = self._start()
        while run.status != "completed":
            if run.status == "requires_action":
                outputs = []
                for call in run.required_action.submit_tool_outputs.tool_calls:
                    outputs.append({"tool_call_id": call.id, "output": json.dumps("noon")})
                self._submit(run.id, outputs)
            elif run.status == "failed":
                print("failed")
                return None
            time.sleep(0.1)
            run = self._get(run.id)
        return self.client.beta.threads.messages.list(self.thread.id).data[0].content[0].text.value

    def _start(self):
        return self.client.beta.threads.runs.create(thread_id=self.thread.id, assistant_id=self.id)

    def _get(self, run_id):
        return self.client.beta.threads.runs.retrieve(thread_id=self.thread.id, run_id=run_id)

    def _submit(self, run_id, outputs):
        run = self.client.beta.threads.runs.submit_tool_outputs(
            thread_id=self.thread.id, run_id=run_id, tool_outputs=outputs
        )
        return run


chat = Chat()
print(chat.say("What time is it?"))
print(chat.say("And now?"))
