"""Outputs of functions, handed to a run that waits for them.

## What it does
Finds calls that submit tool outputs.

## Why
No run waits: the response ends with `function_call` items, and a further response is made with their outputs as `input`.
Each round has a response of its own with an id of its own, and names the agent again.

## Fix safety
No fix is offered: the loop around the calls has to be written anew.

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
            title="one output",
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
            blockers=(
                '`submit_tool_outputs` has no counterpart that is certain',
            ),
        ),
    ),
)
