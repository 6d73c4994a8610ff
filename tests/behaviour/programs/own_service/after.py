from __future__ import annotations

import json

from openai import OpenAI

client = OpenAI()
WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "Tells the weather.",
    "parameters": {
        "type": "object",
        "properties": {"place": {"type": "string"}},
        "required": ["place"],
    },
    "strict": False,
}

settings = {
    "model": "gpt-4o-mini",
    "instructions": "You are a weather bot.",
    "tools": [WEATHER, {"type": "code_interpreter", "container": {"type": "auto"}}],
    "temperature": 0.5,
}
conversation = client.conversations.create()
for text in ("Is it warm?", "And tomorrow?"):
    response = client.responses.create(conversation=conversation.id, input=text, **settings)
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs = [
            {
                "type": "function_call_output",
                "call_id": call.call_id,
                "output": f"sunny at {json.loads(call.arguments)['place']}",
            }
            for call in calls
        ]
        response = client.responses.create(conversation=conversation.id, input=outputs, **settings)
    print(response.output_text)
