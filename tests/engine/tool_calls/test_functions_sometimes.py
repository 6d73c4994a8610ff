"""Functions that a run calls by itself, under a condition."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_PROGRAM = """from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet


def add(a: int, b: int) -> str:
    return str(a + b)


def ask(client: AgentsClient, thread_id, agent_id, useful, given):
    toolset = None
    if useful:
        toolset = ToolSet()
        toolset.add(FunctionTool({functions}))
        client.enable_auto_function_calls(toolset)
    run = client.runs.create_and_process(
        thread_id=thread_id, agent_id=agent_id, toolset=toolset
    )
    return run.status
"""


def test_functions_of_the_module() -> None:
    after = fix_all(_PROGRAM.replace("{functions}", "{add}"))

    assert '\n\nagent_functions = {"add": add}\n' in after
    assert "agent_functions[call.name]" in after


def test_functions_that_only_a_branch_has() -> None:
    source = _PROGRAM.replace("{functions}", "given")

    assert "the functions are not at hand where the run is made" in str(blockers(source))
    assert fix_all(source) == source
