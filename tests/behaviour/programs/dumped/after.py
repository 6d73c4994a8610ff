from __future__ import annotations

import json
from functools import partial
from typing import Any

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam

client = OpenAI()


def get_weather(city):
    return f"sunny in {city}"


assistant = partial(
    client.responses.create,
    model="gpt-4o",
    instructions="Tell the weather.",
    tools=[
        {
            "type": "function",
            "name": "get_weather",
            "description": "Weather of a city",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            "strict": False,
        }
    ],
)
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[
        {
            "type": "message",
            "role": "user",
            "content": 'call get_weather {"city": "Rome"}',
        }
    ],
)
response = assistant(conversation=conversation.id)
while calls := [item for item in response.output if item.type == "function_call"]:
    required_actions: dict[str, Any] = {
        "tool_calls": [
            {
                "id": call.call_id,
                "function": {"arguments": call.arguments, "name": call.name},
                "type": "function",
            }
            for call in calls
        ]
    }
    tool_outputs: list[ResponseInputItemParam] = []
    for action in required_actions["tool_calls"]:
        arguments = json.loads(action["function"]["arguments"])
        if action["function"]["name"] == "get_weather":
            tool_outputs.append(
                {
                    "type": "function_call_output",
                    "call_id": action["id"],
                    "output": get_weather(arguments["city"]),
                }
            )
    response = assistant(conversation=conversation.id, input=tool_outputs)
if response.status == "completed":
    print(response.output_text)
else:
    print("waiting")
