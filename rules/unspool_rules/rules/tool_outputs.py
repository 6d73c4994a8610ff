"""Outputs of functions, handed to a run that waits for them.

## What it does
Finds calls that submit tool outputs, and the loop around them.
The loop goes on while a response holds `function_call` items, and makes a further response with their outputs as `input`.

## Why
No run waits: a response ends with the calls that it wants, and its status is `"completed"`.
Each round has a response of its own with an id of its own, and names the agent again.

## Fix safety
Unsafe, as for a [run](run.md).
Every round has to name its agent.
Where the run is made out of view or in more than one way, the response before says at OpenAI what it was asked with; in Foundry that is blocked.

## References
All calls of one response are answered together, by `{"type": "function_call_output", "call_id": ..., "output": ...}` items.
Either `conversation=` or `previous_response_id=` ties the rounds together, not both.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS106",
    name="tool-outputs",
    summary="tool outputs are the input of a further response in the new API",
    fix_title="Migrate these tool outputs to a further response",
    docs=__doc__,
    examples=(
        Example(
            title="a loop that calls a function",
            before="""\
            import json
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential


            def weather(place: str) -> str:
                return f"sunny in {place}"


            def ask(project_client: AIProjectClient, agent_name: str) -> str:
                thread = project_client.agents.threads.create(
                    messages=[{"role": "user", "content": "How is it in Rome?"}]
                )
                run = project_client.agents.runs.create(thread_id=thread.id, agent_id=agent_name)
                while run.status == "requires_action":
                    outputs = []
                    for call in run.required_action.submit_tool_outputs.tool_calls:
                        given = json.loads(call.function.arguments)
                        outputs.append({"tool_call_id": call.id, "output": weather(**given)})
                    run = project_client.agents.runs.submit_tool_outputs(
                        thread_id=thread.id, run_id=run.id, tool_outputs=outputs
                    )
                return run.status


            print(
                ask(
                    AIProjectClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential()),
                    "reporter",
                )
            )
            """,
            after="""\
            import json
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential
            from openai.types.responses import ResponseInputItemParam


            def weather(place: str) -> str:
                return f"sunny in {place}"


            def ask(project_client: AIProjectClient, agent_name: str) -> str:
                openai_client = project_client.get_openai_client()
                conversation = openai_client.conversations.create(
                    items=[{"type": "message", "role": "user", "content": "How is it in Rome?"}]
                )
                response = openai_client.responses.create(
                    conversation=conversation.id,
                    extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
                )
                while calls := [item for item in response.output if item.type == "function_call"]:
                    outputs: list[ResponseInputItemParam] = []
                    for call in calls:
                        given = json.loads(call.arguments)
                        outputs.append(
                            {
                                "type": "function_call_output",
                                "call_id": call.call_id,
                                "output": weather(**given),
                            }
                        )
                    response = openai_client.responses.create(
                        conversation=conversation.id,
                        input=outputs,
                        extra_body={
                            "agent_reference": {"name": agent_name, "type": "agent_reference"}
                        },
                    )
                return str(response.status)


            print(
                ask(
                    AIProjectClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential()),
                    "reporter",
                )
            )
            """,
        ),
        Example(
            title="a run that is made elsewhere",
            before="""\
            from openai import OpenAI

            client = OpenAI()


            def answer(thread_id: str, run_id: str, call_id: str, result: str) -> None:
                client.beta.threads.runs.submit_tool_outputs(
                    thread_id=thread_id,
                    run_id=run_id,
                    tool_outputs=[{"tool_call_id": call_id, "output": result}],
                )
            """,
            blockers=("there is no variable here that takes the new response",),
        ),
    ),
)
