"""Function calling with tools that a library makes."""

from __future__ import annotations

import json

from openai import OpenAI

client = OpenAI()


def schema(name, description):
    return {
        "type": "function",
        "function": {
            "name": name,
            "description": description,
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
            },
        },
    }


def load():
    tools = [{"type": "code_interpreter"}]
    for name in ("get_weather", "get_time"):
        tools.append(schema(name, f"Gets something: {name}"))
    return tools


def main():
    assistant = client.beta.assistants.create(
        name="w", instructions="Use the tools.", model="gpt-4o", tools=load()
    )
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(
        thread_id=thread.id, role="user", content="Weather in Oslo?"
    )
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    while run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append(
                {"tool_call_id": call.id, "output": json.dumps({"name": call.function.name})}
            )
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(messages.data[0].content[0].text.value)


main()
