"""Steps that another function shows: it gets the items of all rounds of the run."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

ROUNDS = (
    "the steps of a run with function calls lie in several responses: keep the items of each round"
)
AZURE = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())


def show(run_id: str, thread_id: str) -> None:
    steps = reversed(list(client.run_steps.list(thread_id=thread_id, run_id=run_id)))
    for number, step in enumerate(steps, start=1):
        details = step["step_details"]
        kind = details.get("type")
        if kind == "tool_calls":
            for call in details.get("tool_calls", []):
                function = call.get("function", {})
                print(number, function.get("name"), function.get("arguments", "?"))
                print(call.get("function", {}).get("name"))


def lookup(user_id: int) -> str:
    \"\"\"Gives a user.\"\"\"
    return f"user {user_id}"


toolset = ToolSet()
toolset.add(FunctionTool({lookup}))
client.enable_auto_function_calls(toolset)
agent = client.create_agent(model="gpt-4o", name="guide", toolset=toolset)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="Who is user 1?")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
show(run_id=run.id, thread_id=thread.id)
"""
OPENAI = """from openai import OpenAI

client = OpenAI()


def show(thread_id, run_id):
    for step in client.beta.threads.runs.steps.list(thread_id=thread_id, run_id=run_id):
        print(step.id)


def ask(assistant_id, question):
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant_id, instructions=question
    )
    if run.status == "requires_action":
        outputs = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            outputs.append({"tool_call_id": call.id, "output": "noon"})
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
    show(thread.id, run.id)
"""


def test_functions_that_the_sdk_called() -> None:
    after = fix_all(AZURE)

    assert "def show(run_id: str, thread_id: str, items) -> None:" in after
    assert "    steps = reversed(list(items[::-1]))\n" in after
    assert "show(run_id=response.id, thread_id=conversation.id, items=items)" in after
    assert after.index("items = list(") < after.index("items += ") < after.index("items=items")


def test_what_another_kind_of_call_has_not() -> None:
    after = fix_all(AZURE)

    assert 'function = call if call.type == "function_call" else None' in after
    assert 'getattr(function, "name", None)' in after
    assert 'getattr(function, "arguments", "?")' in after
    assert 'print((call.name if call.type == "function_call" else None))' in after


def test_outputs_that_the_program_hands_in() -> None:
    after = fix_all(OPENAI)

    assert "def show(thread_id, run_id, items):\n    for step in reversed(items):\n" in after
    assert "    show(conversation.id, response.id, items=items)\n" in after


def test_a_run_by_an_id_from_elsewhere_may_have_rounds() -> None:
    source = OPENAI.replace("    show(thread.id, run.id)\n", "\n\nshow(input(), input())\n")
    assert ROUNDS in str(blockers(source))

    twice = OPENAI + "    if question:\n        show(thread.id, assistant_id)\n"
    assert ROUNDS in str(blockers(twice))
