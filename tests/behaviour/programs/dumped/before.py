from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()


def get_weather(city):
    return f"sunny in {city}"


assistant = client.beta.assistants.create(
    name="Weather",
    model="gpt-4o",
    instructions="Tell the weather.",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "get_weather",
                "description": "Weather of a city",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            },
        }
    ],
)
thread = client.beta.threads.create()
client.beta.threads.messages.create(
    thread_id=thread.id, role="user", content='call get_weather {"city": "Rome"}'
)
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while True:
    time.sleep(0.1)
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if run.status == "completed":
        messages = client.beta.threads.messages.list(thread_id=thread.id)
        print(messages.data[0].content[0].text.value)
        break
    elif run.status == "requires_action":
        required_actions = run.required_action.submit_tool_outputs.model_dump()
        tool_outputs = []
        for action in required_actions["tool_calls"]:
            arguments = json.loads(action["function"]["arguments"])
            if action["function"]["name"] == "get_weather":
                tool_outputs.append(
                    {"tool_call_id": action["id"], "output": get_weather(arguments["city"])}
                )
        client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=tool_outputs
        )
    else:
        print("waiting")
