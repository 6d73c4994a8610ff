"""Tool sets that are kept or filled under conditions, and functions needed elsewhere."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import BingGroundingTool, CodeInterpreterTool, FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
_MADE = 'agent = client.create_agent(model="m", name="desk", toolset=toolset)\n'


def test_a_tool_that_is_added_under_a_condition_stays_so() -> None:
    filled = (
        "toolset = ToolSet()\n"
        "toolset.add(CodeInterpreterTool())\n"
        "bing = None\n"
        "if os.environ.get('BING'):\n"
        "    bing = BingGroundingTool(connection_id=os.environ['BING'])\n"
        "if bing:\n"
        "    toolset.add(bing)\n"
    )
    after = fix_all(_HEAD + filled + _MADE)
    assert "toolset: list[Tool] = []\n" in after
    assert "toolset.append(CodeInterpreterTool(container=" in after
    assert "if bing:\n    toolset.append(bing)\n" in after
    assert "tools=toolset" in after


def test_a_tool_that_is_added_after_the_agent_is_made_is_none_of_its_tools() -> None:
    late = "toolset = ToolSet()\n" + _MADE + "toolset.add(CodeInterpreterTool())\n"
    after = fix_all(_HEAD + late)
    assert after.index("tools=toolset") < after.index("toolset.append(")


def test_a_set_that_is_changed_or_goes_out_of_view() -> None:
    reason = "the tool set is used for something else, too"
    for use in ("show(toolset)", "toolset.remove(CodeInterpreterTool)", "sets = [toolset]"):
        text = "toolset = ToolSet()\nif input():\n    toolset.add(CodeInterpreterTool())\n"
        assert reason in {m for _, m in blockers(f"{_HEAD}{text}{use}\n{_MADE}")}


def test_an_empty_list_is_not_taken_for_a_set() -> None:
    text = "toolset = ToolSet()\nif input():\n    toolset.add(CodeInterpreterTool())\n"
    reason = "the tool set is used for something else, too"
    use = "if toolset:\n    print('tools')\n"
    assert reason in {m for _, m in blockers(_HEAD + text + use + _MADE)}


def test_functions_of_a_scope_that_the_run_does_not_see() -> None:
    source = (
        _HEAD
        + """

def make(prefix: str):
    def greet(name: str) -> str:
        return prefix + name

    toolset = ToolSet()
    toolset.add(FunctionTool({greet}))
    client.enable_auto_function_calls(toolset)
    return client.create_agent(model="m", name="desk", toolset=toolset)


def ask(agent) -> None:
    thread = client.threads.create()
    client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)


ask(make("Dear "))
"""
    )
    reason = "the functions are not at hand where the run is made"
    assert reason in {m for _, m in blockers(source)}


def test_a_set_of_functions_that_grows_is_not_read_before() -> None:
    source = (
        _HEAD
        + """

def tide() -> str:
    return "low"


offered = {tide}


def make():
    toolset = ToolSet()
    toolset.add(FunctionTool(offered))
    client.enable_auto_function_calls(toolset)
    return client.create_agent(model="m", name="desk", toolset=toolset)


def ask(agent) -> None:
    thread = client.threads.create()
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(run.status)


ask(make())
"""
    )
    assert "agent_functions = {" in fix_all(source)
    reason = "the functions are not at hand where the run is made"
    grown = source.replace("def make()", "offered.add(print)\n\n\ndef make()")
    assert reason in {m for _, m in blockers(grown)}


def test_a_set_that_is_kept_under_a_second_name() -> None:
    source = _HEAD + (
        "toolset = ToolSet()\ntoolset.add(CodeInterpreterTool())\nothers = toolset\n" + _MADE
    )
    after = fix_all(source)
    assert "toolset: list[Tool] = []" in after
    assert "others = toolset" in after
    assert "tools=toolset" in after
