"""Run steps, which tell what a run has done.

## What it does
Finds calls that list or read the steps of a run.

## Why
A response carries what was done in `response.output`: messages, tool calls and their results, oldest first.

## Fix safety
The fix is unsafe.
Where the run is in view, its steps become the items of `response.output`, in the same order: each tool call is an item of its own, and items such as `reasoning` stand between them.
Calls of Azure's own tools (Bing grounding, Azure AI Search and the like) have no class in openai; programs that read them are left alone, as are runs with function calls.
In OpenAI a run that is known by its id only is a response that is fetched by it; beside a Foundry agent that is not certain to work, so such programs are left alone, too.

## References
The table below has the new place of each attribute.
Code interpreter and file search return their outputs only when `include=` asks for them.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS104",
    name="run-step",
    summary="run steps are the output items of a response in the new API",
    fix_title="Migrate these run steps to output items",
    docs=__doc__,
    examples=(
        Example(
            title="the steps of a run in view",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")
            thread = client.beta.threads.create()
            run = client.beta.threads.runs.create_and_poll(
                thread_id=thread.id, assistant_id=assistant.id
            )
            for step in client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id):
                print(step.id, step.status)
            """,
            after="""\
            from functools import partial

            from openai import OpenAI

            client = OpenAI()
            assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")
            conversation = client.conversations.create()
            response = assistant(conversation=conversation.id)
            for step in reversed(response.output):
                print(step.id, getattr(step, "status", None))
            """,
        ),
        Example(
            title="steps of a run from elsewhere",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def steps(thread_id: str, run_id: str) -> None:
                for step in project_client.agents.run_steps.list(thread_id, run_id):
                    print(step.type, step.status)
            """,
            blockers=(
                "run steps are the items of the response's `output`, and its run is not in view",
                "run steps are the items of `response.output`",
            ),
        ),
    ),
)
