"""Tools that a run is given: those of its agent's definition."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

SCRIPT = r"""import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, McpTool, ToolSet
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
docs = McpTool(server_label="docs", server_url="https://x/mcp")
docs.set_approval_mode("never")
code = CodeInterpreterTool()
toolset = ToolSet()
toolset.add(docs)
toolset.add(code)

with client:
    agent = client.create_agent(model="gpt-4o", name="guide", instructions="Help.")
    print(docs.server_label)
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is new?")
    run = client.runs.create_and_process(
        thread_id=thread.id, agent_id=agent.id, toolset=toolset
    )
    print(run.status)
"""
AFTER = r"""import os

from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    MCPTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
docs = MCPTool(
    server_label="docs", server_url="https://x/mcp", require_approval="never"
)
code = CodeInterpreterTool(container=AutoCodeInterpreterToolParam())

with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="guide",
        definition=PromptAgentDefinition(
            model="gpt-4o", instructions="Help.", tools=[docs, code]
        ),
    )
    print(docs.server_label)
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": "What is new?"}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    print(response.status)
"""
_OTHERS = (
    "the tools of this run take the place of its agent's: they belong to the agent's definition now"
)
REFUSALS = {
    "another run without": (
        "    print(run.status)",
        "    client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)",
    ),
    "an agent with tools of its own": (
        'instructions="Help."',
        'instructions="Help.", tools=[{"type": "code_interpreter"}]',
    ),
    "a set that is completed later": (
        "    thread = client.threads.create()",
        "    toolset.add(CodeInterpreterTool())\n    thread = client.threads.create()",
    ),
}


def test_an_agent_gets_the_tools_of_its_runs() -> None:
    analysis = analyse(SCRIPT, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(SCRIPT, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done == AFTER
    assert not analyse(AFTER, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("old", "new"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(old: str, new: str) -> None:
    assert old in SCRIPT
    source = SCRIPT.replace(old, new)
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert _OTHERS in {b.root.message for f in analysis.findings for b in f.blockers}
    assert "client.runs.create_and_process" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_tools_in_place_move_too() -> None:
    source = SCRIPT.replace("toolset=toolset", "tools=docs.definitions")
    source = source.replace("toolset = ToolSet()\ntoolset.add(docs)\ntoolset.add(code)\n", "")
    source = source.replace("code = CodeInterpreterTool()\n", "")
    source = source.replace(
        "tools=docs.definitions", "tools=docs.definitions, tool_resources=docs.resources"
    ).replace("create_and_process", "create")
    done = apply_edits(source, analyse(source, today=TODAY).fix_all(unsafe=True))
    assert "tools=[docs]" in done
    assert 'require_approval="never"' in done


def test_tools_of_an_agent_from_elsewhere() -> None:
    made = 'client.create_agent(model="gpt-4o", name="guide", instructions="Help.")'
    source = SCRIPT.replace(made, 'client.get_agent("asst_1")')
    analysis = analyse(source, today=TODAY)
    assert _OTHERS in {b.root.message for f in analysis.findings for b in f.blockers}
    assert "client.runs.create_and_process" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_functions_of_an_agent_from_elsewhere() -> None:
    source = r"""import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential


def count(people: int) -> str:
    "Counts pizzas."
    return str(people)


client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
toolset = ToolSet()
toolset.add(FunctionTool({count}))
client.enable_auto_function_calls(toolset)
agent = client.get_agent("asst_1")
thread = client.threads.create()
run = client.runs.create_and_process(
    thread_id=thread.id, agent_id=agent.id, toolset=toolset
)
print(run.status)
"""
    analysis = analyse(source, today=TODAY)
    fixes = [f.fix for f in analysis.findings if f.fix is not None]
    assert not [b.message for f in analysis.findings for b in f.blockers]
    assert any(
        "the functions that this run is given have to be in the definition of its agent" in note
        for fix in fixes
        for note in fix.notes
    )
