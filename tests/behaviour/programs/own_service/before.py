from __future__ import annotations

import json
import time

from openai import OpenAI

client = OpenAI()
WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Tells the weather.",
        "parameters": {
            "type": "object",
            "properties": {"place": {"type": "string"}},
            "required": ["place"],
        },
    },
}

assistant = client.beta.assistants.create(
    model="gpt-4o-mini",
    name="Helper",
    instructions="You are a weather bot.",
    tools=[WEATHER, {"type": "code_interpreter"}],
    temperature=0.5,
)
thread = client.beta.threads.create()
for text in ("Is it warm?", "And tomorrow?"):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    while run.status not in ("completed", "failed"):
        if run.status == "requires_action":
            outputs = [
                {
                    "tool_call_id": call.id,
                    "output": f"sunny at {json.loads(call.function.arguments)['place']}",
                }
                for call in run.required_action.submit_tool_outputs.tool_calls
            ]
            run = client.beta.threads.runs.submit_tool_outputs(
                run_id=run.id, thread_id=thread.id, tool_outputs=outputs
            )
        time.sleep(0.5)
        run = client.beta.threads.runs.retrieve(run_id=run.id, thread_id=thread.id)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(messages.data[0].content[0].text.value)
