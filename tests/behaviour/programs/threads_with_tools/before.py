from __future__ import annotations

import asyncio
import json

from openai import OpenAI

client = OpenAI()
ASSISTANT = "asst_forecast"


def get_weather(place):
    return json.dumps({"weather": f"sunny in {place}"})


async def ask(text, short=False, top=None):
    thread = await asyncio.to_thread(client.beta.threads.create)
    await asyncio.to_thread(
        client.beta.threads.messages.create, thread_id=thread.id, role="user", content=text
    )
    run_args = {"thread_id": thread.id, "assistant_id": ASSISTANT}
    if short:
        run_args.update(instructions="Be brief.")
    if top is not None:
        run_args.update({"max_completion_tokens": top})
    run = await asyncio.to_thread(client.beta.threads.runs.create, **run_args)
    while True:
        run = await asyncio.to_thread(
            client.beta.threads.runs.retrieve, thread_id=thread.id, run_id=run.id
        )
        if run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                arguments = json.loads(call.function.arguments)
                outputs.append({"tool_call_id": call.id, "output": get_weather(**arguments)})
            await asyncio.to_thread(
                client.beta.threads.runs.submit_tool_outputs,
                thread_id=thread.id,
                run_id=run.id,
                tool_outputs=outputs,
            )
        elif run.status in ("completed", "failed"):
            break
        await asyncio.sleep(0.1)
    messages = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread.id)
    return messages.data[0].content[0].text.value


async def tell(text, more=None):
    thread = await asyncio.to_thread(client.beta.threads.create)
    await asyncio.to_thread(
        client.beta.threads.messages.create, thread_id=thread.id, role="user", content=text
    )
    params = {"thread_id": thread.id, "assistant_id": ASSISTANT}
    if more:
        params["additional_messages"] = [{"role": "user", "content": more}]
        params["tool_choice"] = "none"
        params["temperature"] = 0.75
    else:
        params["temperature"] = 0.5
    run = await asyncio.to_thread(client.beta.threads.runs.create_and_poll, **params)
    print(run.status)
    messages = await asyncio.to_thread(client.beta.threads.messages.list, thread_id=thread.id)
    return messages.data[0].content[0].text.value


async def main():
    print(await ask("How is the weather?"))
    print(await ask("How is the weather?", short=True))
    print(await ask("How is the weather?", top=200))
    print(await tell("Hello", more="Do you know me?"))


asyncio.run(main())
