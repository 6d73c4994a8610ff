from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from openai import OpenAI
from openai.types.responses import ResponseInputItemParam


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()
ASSISTANT = "asst_forecast"


def get_weather(place):
    return json.dumps({"weather": f"sunny in {place}"})


async def ask(text, short=False, top=None):
    conversation = await asyncio.to_thread(client.conversations.create)
    await asyncio.to_thread(
        client.conversations.items.create,
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    run_args: dict[str, Any] = {}
    if short:
        run_args.update(instructions="Be brief.")
    if top is not None:
        run_args["max_output_tokens"] = top
    response = await asyncio.to_thread(
        client.responses.create,
        **{**definition_of(ASSISTANT), **run_args},
        conversation=conversation.id,
    )
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = []
        for call in calls:
            arguments = json.loads(call.arguments)
            outputs.append(
                {
                    "type": "function_call_output",
                    "call_id": call.call_id,
                    "output": get_weather(**arguments),
                }
            )
        response = await asyncio.to_thread(
            client.responses.create,
            **{**definition_of(ASSISTANT), **run_args},
            conversation=conversation.id,
            input=outputs,
        )
    return response.output_text


async def tell(text, more=None):
    conversation = await asyncio.to_thread(client.conversations.create)
    await asyncio.to_thread(
        client.conversations.items.create,
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    params: dict[str, Any] = {}
    if more:
        params["input"] = [{"type": "message", "role": "user", "content": more}]
        params["tool_choice"] = "none"
        params["temperature"] = 0.75
    else:
        params["temperature"] = 0.5
    response = await asyncio.to_thread(
        client.responses.create,
        **{**definition_of(ASSISTANT), **params},
        conversation=conversation.id,
    )
    print(response.status)
    return response.output_text


async def main():
    print(await ask("How is the weather?"))
    print(await ask("How is the weather?", short=True))
    print(await ask("How is the weather?", top=200))
    print(await tell("Hello", more="Do you know me?"))


asyncio.run(main())
