"""Streams that one name holds in turn, and events that functions get from several loops."""

from __future__ import annotations

import json

from openai import OpenAI

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
client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.", tools=TOOLS)
thread = client.beta.threads.create()


def call_tools(run):
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        args = json.loads(call.function.arguments)
        outputs.append({"tool_call_id": call.id, "output": args["place"] + ": nine to five"})
    return outputs


def add(text):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)


def in_turn(text):
    add(text)
    stream = client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant.id, stream=True
    )
    while stream is not None:
        following = None
        for event in stream:
            if event.event == "thread.message.delta":
                print(event.data.delta.content[0].text.value, end="")
            if event.event == "thread.run.requires_action":
                following = client.beta.threads.runs.submit_tool_outputs(
                    thread_id=thread.id,
                    run_id=event.data.id,
                    tool_outputs=call_tools(event.data),
                    stream=True,
                )
        stream = following
    print()


def in_branches(text):
    add(text)
    outputs = []
    run_id = None
    done = False
    while not done:
        if not outputs:
            stream = client.beta.threads.runs.create(
                thread_id=thread.id, assistant_id=assistant.id, stream=True
            )
        else:
            stream = client.beta.threads.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run_id, tool_outputs=outputs, stream=True
            )
        for event in stream:
            if event.event == "thread.message.delta":
                print(event.data.delta.content[0].text.value, end="")
            elif event.event == "thread.run.completed":
                done = True
            elif event.event == "thread.run.failed":
                print("failed")
                done = True
            elif event.event == "thread.run.requires_action":
                run_id = event.data.id
                outputs = call_tools(event.data)
                break
    print()


def handle(event):
    if event.event == "thread.message.delta":
        print(event.data.delta.content[0].text.value, end="")
    elif event.event == "thread.run.requires_action":
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=thread.id, run_id=event.data.id, tool_outputs=call_tools(event.data)
        ) as more:
            for inner in more:
                handle(inner)


def by_function(text):
    add(text)
    with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
        for event in stream:
            handle(event)
    print()


in_turn("When is the museum open?")
in_branches("And the library?")
by_function("And the zoo?")
