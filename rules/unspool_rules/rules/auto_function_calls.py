"""Functions that the old SDK called by itself.

## What it does
Finds `enable_auto_function_calls`, tool sets and function tools made of Python functions.

## Why
The new SDK calls no functions: a response ends with `function_call` items, and the program answers them.
The schema of a function has to be written, since nothing reads signatures and docstrings any more.

## Fix safety
No fix is offered: the loop is new code, and the schemas are for a person to judge.

## References
The old loop gave the model a function's exception as `{"error": ...}`, turned results into strings, and gave up after 10 failing rounds.
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
                'The weather of a place.'
                return f"sunny in {place}"


            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            toolset = ToolSet()
            toolset.add(FunctionTool({weather}))
            project_client.agents.enable_auto_function_calls(toolset)
            """,
            blockers=(
                "`enable_auto_function_calls` has no counterpart that is certain",
                "the name is still used here",
                "this use of the name has no counterpart that is certain",
            ),
        ),
    ),
)
