"""Run steps, which tell what a run has done.

## What it does
Finds calls that list or read the steps of a run.

## Why
A response carries what was done in `response.output`: messages, tool calls and their results, oldest first.

## Fix safety
No fix is offered: steps come newest first and nest their data in other ways, and what is made of them differs from program to program.

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
            title="steps of a run",
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
                "`list` has no counterpart that is certain",
                "run steps are the items of `response.output`",
            ),
        ),
    ),
)
