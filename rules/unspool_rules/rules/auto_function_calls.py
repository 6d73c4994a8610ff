"""Functions that the old SDK called by itself.

## What it does
Finds `enable_auto_function_calls`, tool sets and function tools made of Python functions.
Each function becomes a tool with a schema, and a loop behind the response calls the functions that it asks for.

## Why
The new SDK calls no functions: a response ends with `function_call` items, and the program answers them.
Nothing reads signatures and docstrings any more, so the schema is written out as the old SDK would have made it.

## Fix safety
Unsafe: the schemas are for a person to judge.
The loop does what the old SDK did: a function's exception goes to the model as `{"error": ...}`, results become strings, and it gives up after 10 rounds.
Blocked where the functions or the run are not in view.

## References
A function whose signature cannot be read has to be described by hand.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS302",
    name="auto-function-calls",
    summary="functions are called by a loop of the program in the new API",
    fix_title="Migrate these function calls",
    docs=__doc__,
    examples=(
        Example(
            title="a tool set",
            before="""\
            import os

            from azure.ai.agents.models import FunctionTool, ToolSet
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential


            def weather(place: str) -> str:
                "The weather of a place."
                return f"sunny in {place}"


            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            toolset = ToolSet()
            toolset.add(FunctionTool({weather}))
            project_client.agents.enable_auto_function_calls(toolset)
            agent = project_client.agents.create_agent(
                model="gpt-4.1", name="reporter", toolset=toolset
            )
            thread = project_client.agents.threads.create()
            run = project_client.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
            print(run.status)
            """,
            after="""\
            import json
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
            from azure.identity import DefaultAzureCredential
            from openai.types.responses import ResponseInputItemParam


            def weather(place: str) -> str:
                "The weather of a place."
                return f"sunny in {place}"


            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            functions = {"weather": weather}
            agent = project_client.agents.create_version(
                agent_name="reporter",
                definition=PromptAgentDefinition(
                    model="gpt-4.1",
                    tools=[
                        FunctionTool(
                            name="weather",
                            description="The weather of a place.",
                            parameters={
                                "type": "object",
                                "properties": {
                                    "place": {"type": "string", "description": "No description"}
                                },
                                "required": ["place"],
                            },
                            strict=False,
                        )
                    ],
                ),
            )
            conversation = openai_client.conversations.create()
            response = openai_client.responses.create(
                conversation=conversation.id,
                extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
            )
            for _ in range(10):
                outputs: list[ResponseInputItemParam] = []
                for call in response.output:
                    if call.type == "function_call":
                        try:
                            result = str(functions[call.name](**json.loads(call.arguments)))
                        except Exception as error:
                            result = json.dumps(
                                {"error": f"Error executing function '{call.name}': {error}"}
                            )
                        outputs.append(
                            {
                                "type": "function_call_output",
                                "call_id": call.call_id,
                                "output": result,
                            }
                        )
                if not outputs:
                    break
                response = openai_client.responses.create(
                    conversation=conversation.id,
                    input=outputs,
                    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
                )
            print(response.status)
            """,
        ),
    ),
)
