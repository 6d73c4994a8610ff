"""A stored assistant whose function the program calls."""

from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()
ASSISTANT_ID = "asst_weather"


def weather(question: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=ASSISTANT_ID, instructions="Be short."
    )
    while run.status in ("queued", "in_progress", "requires_action"):
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                place = json.loads(call.function.arguments)["place"]
                outputs.append({"tool_call_id": call.id, "output": f"sunny at {place}"})
            run = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(0.1)
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value


print(weather("Is it warm?"))
