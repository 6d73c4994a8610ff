"""A loop over events that hands in the outputs of functions, and reads on."""

from __future__ import annotations

import json
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    AgentStreamEvent,
    FunctionTool,
    ListSortOrder,
    MessageDeltaChunk,
    ThreadRun,
)
from azure.identity import DefaultAzureCredential


def price_of(thing: str) -> str:
    """What something costs.

    :param thing: Its name.
    """
    return json.dumps({"thing": thing, "price": len(thing)})


def main() -> None:
    client = AgentsClient(
        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
    )
    functions = FunctionTool({price_of})
    agent = client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="clerk",
        instructions="You know all prices.",
        tools=functions.definitions,
    )
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is a lamp?")
    with client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
        for name, data, _ in stream:
            if isinstance(data, MessageDeltaChunk):
                print(data.text, end="")
            elif isinstance(data, ThreadRun):
                if data.status == "requires_action" and data.required_action:
                    outputs = []
                    for call in data.required_action.submit_tool_outputs.tool_calls:
                        args = json.loads(call.function.arguments)
                        outputs.append({"tool_call_id": call.id, "output": price_of(**args)})
                    client.runs.submit_tool_outputs_stream(
                        thread_id=thread.id,
                        run_id=data.id,
                        tool_outputs=outputs,
                        event_handler=stream,
                    )
            elif name == AgentStreamEvent.DONE:
                print()
    for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
        for part in message.text_messages:
            print(message.role, part.text.value)
    client.delete_agent(agent.id)


main()
