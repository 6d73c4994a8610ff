"""Approvals of MCP calls: requests among a response's output, and what is set on the tool."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

SCRIPT = r"""import os
import time

from azure.ai.agents.models import (
    McpTool,
    RequiredMcpToolCall,
    SubmitToolApprovalAction,
    ToolApproval,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

endpoint, credential = os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential()
project_client = AIProjectClient(endpoint=endpoint, credential=credential)
mcp_tool = McpTool(server_label="docs", server_url="https://x/mcp", allowed_tools=["search"])
mcp_tool.update_headers("X-Team", "maps")
if os.environ.get("TOKEN"):
    mcp_tool.update_headers("Authorization", os.environ["TOKEN"])

with project_client:
    agents_client = project_client.agents
    agent = agents_client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="librarian",
        instructions="Look things up.",
        tools=mcp_tool.definitions,
    )
    thread = agents_client.threads.create()
    agents_client.messages.create(thread_id=thread.id, role="user", content="Find the guide.")
    run = agents_client.runs.create(
        thread_id=thread.id, agent_id=agent.id, tool_resources=mcp_tool.resources
    )
    while run.status in ["queued", "in_progress", "requires_action"]:
        time.sleep(1)
        run = agents_client.runs.get(thread_id=thread.id, run_id=run.id)
        if isinstance(run.required_action, SubmitToolApprovalAction):
            tool_calls = run.required_action.submit_tool_approval.tool_calls
            if not tool_calls:
                print("No calls, giving up")
                agents_client.runs.cancel(thread_id=thread.id, run_id=run.id)
                break
            tool_approvals = []
            for tool_call in tool_calls:
                if isinstance(tool_call, RequiredMcpToolCall):
                    # people may look here
                    print(f"{tool_call.server_label}: {tool_call.name}({tool_call.arguments})")
                    tool_approvals.append(
                        ToolApproval(
                            tool_call_id=tool_call.id,
                            approve=True,
                            headers=mcp_tool.headers,
                        )
                    )
            if tool_approvals:
                agents_client.runs.submit_tool_outputs(
                    thread_id=thread.id, run_id=run.id, tool_approvals=tool_approvals
                )
    print(run.status)
    agents_client.delete_agent(agent.id)
"""

PROGRAMS = {
    "a stream": (
        r"""import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool, MessageDeltaChunk
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
tool = McpTool(server_label="docs", server_url="https://example.com/mcp")
tool.set_approval_mode("never")
tool.update_headers("X-Team", "maps")
with client:
    agent = client.create_agent(model="gpt-4o", name="my-agent", tools=tool.definitions)
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is new?")
    with client.runs.stream(
        thread_id=thread.id, agent_id=agent.id, tool_resources=tool.resources
    ) as stream:
        for kind, data, _ in stream:
            if isinstance(data, MessageDeltaChunk):
                print(data.text, end="")
    print()
    client.delete_agent(agent.id)
""",
        r"""import os

from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
tool = MCPTool(
    server_label="docs",
    server_url="https://example.com/mcp",
    require_approval="never",
    headers={"X-Team": "maps"},
)
with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="my-agent",
        definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
    )
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": "What is new?"}],
    )
    with openai_client.responses.create(
        conversation=conversation.id,
        stream=True,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta, end="")
    print()
    client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
""",
    ),
    "a script": (
        SCRIPT,
        r"""import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputItemParam

endpoint, credential = os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential()
project_client = AIProjectClient(endpoint=endpoint, credential=credential)
mcp_tool = MCPTool(
    server_label="docs",
    server_url="https://x/mcp",
    allowed_tools=["search"],
    headers={"X-Team": "maps"},
)
if os.environ.get("TOKEN"):
    mcp_tool.headers = {**(mcp_tool.headers or {}), "Authorization": os.environ["TOKEN"]}

with project_client, project_client.get_openai_client() as openai_client:
    agent = project_client.agents.create_version(
        agent_name="librarian",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="Look things up.",
            tools=[mcp_tool],
        ),
    )
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": "Find the guide."}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    while tool_calls := [item for item in response.output if item.type == "mcp_approval_request"]:
        tool_approvals: list[ResponseInputItemParam] = []
        for tool_call in tool_calls:
            if tool_call.type == "mcp_approval_request":
                # people may look here
                print(f"{tool_call.server_label}: {tool_call.name}({tool_call.arguments})")
                tool_approvals.append(
                    {
                        "type": "mcp_approval_response",
                        "approval_request_id": tool_call.id,
                        "approve": True,
                    }
                )
        if tool_approvals:
            response = openai_client.responses.create(
                conversation=conversation.id,
                input=tool_approvals,
                extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
            )
        else:
            break
    print(response.status)
    project_client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
""",
    ),
    "functions": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool, ToolApproval
from azure.identity import DefaultAzureCredential


def make(client, tool):
    return client.create_agent(model="gpt-4o", name="my-agent", tools=tool.definitions)


def ask(client, agent, tool, question):
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content=question)
    tool.set_approval_mode("always")
    run = client.runs.create(
        thread_id=thread.id, agent_id=agent.id, tool_resources=tool.resources
    )
    while run.status in ("queued", "in_progress", "requires_action"):
        run = client.runs.get(thread_id=thread.id, run_id=run.id)
        if run.status == "requires_action" and run.required_action.type == "submit_tool_approval":
            approvals = [
                ToolApproval(tool_call_id=c.id, approve=c.name == "find")
                for c in run.required_action.submit_tool_approval.tool_calls
            ]
            run = client.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run.id, tool_approvals=approvals
            )
    return run.status


client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = McpTool(server_label="docs", server_url="https://example.com/mcp")
with client:
    agent = make(client, tool)
    print(ask(client, agent, tool, "What is new?"))
""",
        r"""from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputItemParam


def make(client, tool):
    return client.agents.create_version(
        agent_name="my-agent",
        definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
    )


def ask(client, agent, tool, question):
    openai_client = client.get_openai_client()
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": question}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    while calls := [
        item for item in response.output if item.type == "mcp_approval_request"
    ]:
        approvals: list[ResponseInputItemParam] = [
            {
                "type": "mcp_approval_response",
                "approval_request_id": c.id,
                "approve": c.name == "find",
            }
            for c in calls
        ]
        response = openai_client.responses.create(
            conversation=conversation.id,
            input=approvals,
            extra_body={
                "agent_reference": {"name": agent.name, "type": "agent_reference"}
            },
        )
    return response.status


client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = MCPTool(
    server_label="docs", server_url="https://example.com/mcp", require_approval="always"
)
with client:
    agent = make(client, tool)
    print(ask(client, agent, tool, "What is new?"))
""",
    ),
}

_SET = 'mcp_tool.update_headers("X-Team", "maps")\n'
_OTHER = 'agents_client.runs.create_and_process(thread_id="thread_1", agent_id=agent.id)'
_SHOWN = 'f"{tool_call.server_label}: {tool_call.name}({tool_call.arguments})"'
_RUN = ", tool_resources=mcp_tool.resources"
_MADE = """agents_client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="librarian",
        instructions="Look things up.",
        tools=mcp_tool.definitions,
    )"""

REFUSALS = {
    "an agent made elsewhere": (
        {_MADE: 'agents_client.get_agent("asst_1")'},
        (
            "the agent is defined elsewhere: approval mode and headers of its MCP tool belong to "
            "`MCPTool(...)` there"
        ),
    ),
    "a mode that no run had": (
        {_SET: 'mcp_tool.set_approval_mode("never")\n', _RUN: ""},
        "no run is given the resources of this tool: what is set here had no effect",
    ),
    "headers that nothing sent": (
        {_RUN: "", "headers=mcp_tool.headers": "headers=None"},
        "no run is given the resources of this tool: what is set here had no effect",
    ),
    "a mode that is set too late": (
        {"    print(run.status)": '    mcp_tool.set_approval_mode("never")'},
        (
            "whether this is set before the definition is made, and before every run that is to "
            "have it, is not certain: give it to `MCPTool(...)`"
        ),
    ),
    "two modes": (
        {_SET: 'mcp_tool.set_approval_mode("never")\nmcp_tool.set_approval_mode("always")\n'},
        "the approval mode is set more than once",
    ),
    "a run without": (
        {"    thread = ": f"    {_OTHER}\n    thread = "},
        (
            "this run is not given the resources of the MCP tool, others are: its approval mode "
            "and headers are the same for all runs of an agent now"
        ),
    ),
    "headers of the approval's own": (
        {"headers=mcp_tool.headers": 'headers={"A": "b"}'},
        (
            "an approval carries no headers now: those that the MCP server is to get belong to "
            "`MCPTool(headers=...)` of the definition, and which ones they are is not known here"
        ),
    ),
    "functions, too": (
        {"if tool_approvals:": "if run.required_action.submit_tool_outputs.tool_calls:"},
        "function calls are asked for here, too, and only approvals are handed in",
    ),
    "a dump of the request": (
        {_SHOWN: "tool_call.as_dict()"},
        "the dump of a request for approval has other fields now",
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    analysis = analyse(before, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(before, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done == after
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("changes", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(changes: dict[str, str], reason: str) -> None:
    source = SCRIPT
    for old, new in changes.items():
        assert old in source
        source = source.replace(old, new)
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.root.message for f in analysis.findings for b in f.blockers}
    assert "agents_client.runs.create" in apply_edits(source, analysis.fix_all(unsafe=True))


def test_a_tool_that_only_approves_the_calls_of_an_agent_from_elsewhere_goes() -> None:
    source = SCRIPT.replace(_MADE, 'agents_client.get_agent("asst_1")')
    first, last = source.index(_SET), source.index("with project_client:")
    source = source[:first] + 'mcp_tool.set_approval_mode("never")\n\n' + source[last:]
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    assert "mcp_tool" not in done
    assert '"approval_request_id": tool_call.id' in done


def test_approvals_by_another_name() -> None:
    source = SCRIPT.replace("tool_approvals=tool_approvals", "approvals=tool_approvals")
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    assert done == apply_edits(SCRIPT, analyse(SCRIPT, today=TODAY).fix_all(unsafe=True))
    noted = {note for fix in analysis.fixes(unsafe=True) for note in fix.notes}
    assert any(note.startswith("`approvals` is no argument") for note in noted)
