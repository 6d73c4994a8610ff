"""A handler that hands in the outputs of functions, and is told what comes of them."""

from __future__ import annotations

import json
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    AgentEventHandler,
    FunctionTool,
    ListSortOrder,
    MessageDeltaChunk,
    RequiredFunctionToolCall,
    SubmitToolOutputsAction,
    ThreadRun,
    ToolOutput,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())


def price_of(thing: str) -> str:
    """What something costs.

    :param thing: Its name.
    """
    return json.dumps({"thing": thing, "price": len(thing)})


functions = FunctionTool({price_of})


class Handler(AgentEventHandler):
    def __init__(self, tool: FunctionTool) -> None:
        super().__init__()
        self.tool = tool
        self.rounds = 0

    def on_message_delta(self, delta: MessageDeltaChunk) -> None:
        print(delta.text, end="")

    def on_thread_run(self, run: ThreadRun) -> None:
        if run.status == "requires_action" and isinstance(
            run.required_action, SubmitToolOutputsAction
        ):
            self.rounds += 1
            answers = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                if isinstance(call, RequiredFunctionToolCall):
                    output = functions.execute(call)
                    answers.append(ToolOutput(tool_call_id=call.id, output=output))
            if answers:
                # the next stream is read by this handler, too
                client.runs.submit_tool_outputs_stream(
                    thread_id=run.thread_id,
                    run_id=run.id,
                    tool_outputs=answers,
                    event_handler=self,
                )

    def on_done(self) -> None:
        print()


agent = client.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"],
    name="clerk",
    instructions="You know all prices.",
    tools=functions.definitions,
)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="What is a lamp?")
handler = Handler(functions)
with client.runs.stream(thread_id=thread.id, agent_id=agent.id, event_handler=handler) as stream:
    stream.until_done()
print("rounds:", handler.rounds)
for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
    for part in message.text_messages:
        print(message.role, part.text.value)
client.delete_agent(agent.id)
