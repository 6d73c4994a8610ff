"""Steps of a run that took several rounds, and the tools that an MCP server lists."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

SCRIPT = r"""import os
import time

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    McpTool,
    RequiredMcpToolCall,
    RunStepActivityDetails,
    SubmitToolApprovalAction,
    ToolApproval,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
tool = McpTool(server_label="docs", server_url="https://x/mcp")
with client:
    agent = client.create_agent(model="gpt-4o", name="guide", tools=tool.definitions)
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is new?")
    run = client.runs.create(
        thread_id=thread.id, agent_id=agent.id, tool_resources=tool.resources
    )
    # wait for it
    while run.status in ("queued", "in_progress", "requires_action"):
        time.sleep(1)
        run = client.runs.get(thread_id=thread.id, run_id=run.id)
        if isinstance(run.required_action, SubmitToolApprovalAction):
            approvals = [
                ToolApproval(tool_call_id=call.id, approve=True, headers=tool.headers)
                for call in run.required_action.submit_tool_approval.tool_calls
                if isinstance(call, RequiredMcpToolCall)
            ]
            if approvals:
                client.runs.submit_tool_outputs(
                    thread_id=thread.id, run_id=run.id, tool_approvals=approvals
                )
    steps = client.run_steps.list(thread_id=thread.id, run_id=run.id)
    for step in steps:
        details = step.get("step_details", {})
        for call in details.get("tool_calls", []):
            if call.get("type") == "mcp":
                print(call.get("name", "unknown"), call["arguments"])
            print(f"{call.get('server_label')}")
        if isinstance(details, RunStepActivityDetails):
            for activity in details.activities:
                print(activity.server_label, len(activity.tools))
                for name, function in activity.tools.items():
                    print(f"{name}: {function.description}")
                    if len(function.parameters) > 0:
                        for key, argument in function.parameters.properties.items():
                            print(key, argument.type, argument.description)
"""
AFTER = r"""    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    items = list(response.output)
    # wait for it
    while calls := [
        item for item in response.output if item.type == "mcp_approval_request"
    ]:
        approvals: list[ResponseInputItemParam] = [
            {
                "type": "mcp_approval_response",
                "approval_request_id": call.id,
                "approve": True,
            }
            for call in calls
            if call.type == "mcp_approval_request"
        ]
        if approvals:
            response = openai_client.responses.create(
                conversation=conversation.id,
                input=approvals,
                extra_body={
                    "agent_reference": {
                        "name": agent.name,
                        "type": "agent_reference",
                    }
                },
            )
            items += response.output
        else:
            break
    steps = items[::-1]
    for step in steps:
        details = step
        for call in [details] if details.type.endswith("_call") else []:
            if call.type == "mcp_call":
                print(call.name, call.arguments)
            print(f"{getattr(call, 'server_label', None)}")
        if details.type == "mcp_list_tools":
            for activity in [details]:
                print(
                    activity.server_label,
                    len({tool.name: tool for tool in activity.tools}),
                )
                for name, function in {
                    tool.name: tool for tool in activity.tools
                }.items():
                    print(f"{name}: {function.description}")
                    if len(function.model_dump()["input_schema"]) > 0:
                        for key, argument in (
                            function.model_dump()["input_schema"]
                            .get("properties", {})
                            .items()
                        ):
                            print(
                                key, argument.get("type"), argument.get("description")
                            )
"""
_ROUNDS = (
    "the steps of a run with function calls lie in several responses: keep the items of each round"
)
REFUSALS = {
    "steps that another function reads": (
        "    steps = client.run_steps.list(thread_id=thread.id, run_id=run.id)",
        (
            "    def read():\n"
            "        for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):\n"
            "            print(step.id)\n"
            "    read()\n"
            "    steps = []"
        ),
        _ROUNDS,
    ),
    "a field that a server does not list": (
        "function.description",
        "function.examples",
        "a tool that an MCP server lists has no `examples`",
    ),
    "a name that may not be one of MCP": (
        "print(f\"{call.get('server_label')}\")",
        "print(call.server_label)",
        (
            "the new service sends this call as an item that openai has no class for: read "
            "`item.type` and `item.model_extra`"
        ),
    ),
}


def test_the_items_of_all_rounds_are_kept() -> None:
    analysis = analyse(SCRIPT, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(SCRIPT, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done.endswith(AFTER)
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("old", "new", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(old: str, new: str, reason: str) -> None:
    assert old in SCRIPT
    analysis = analyse(SCRIPT.replace(old, new), today=TODAY)
    assert not analysis.failures
    assert reason in {b.root.message for f in analysis.findings for b in f.blockers}


def test_steps_of_a_run_whose_id_a_function_gets() -> None:
    source = r"""import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential


def show(client: AgentsClient, thread_id: str, run_id: str) -> None:
    for step in client.run_steps.list(thread_id=thread_id, run_id=run_id):
        print(step["id"])


client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="guide")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
show(client, thread.id, run.id)
"""
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    assert "def show(client: AIProjectClient, thread_id: str, finished: Response)" in done
    assert "for step in reversed(finished.output):" in done
    assert "show(client, conversation.id, response)" in done


def test_other_ways_to_read_the_steps_of_rounds() -> None:
    source = SCRIPT.replace("import os\n", "import json\nimport os\n", 1)
    source = source.replace("    client.runs.submit_tool", "    run = client.runs.submit_tool")
    source = source.replace('step.get("step_details", {})', 'step.get("step_details") or {}')
    source = source.replace(
        '        for call in details.get("tool_calls", []):\n',
        """        kind = step.get("type")
        print(kind)
        for call in details.get("tool_calls") or []:
            print(json.dumps(call.as_dict(), indent=2), call.get("status"))
""",
    )
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert (
        """        details = step
        kind = step.type
        print(kind)
        for call in ([details] if details.type.endswith("_call") else []):
            print(
                json.dumps(call.to_dict(mode="json"), indent=2),
                getattr(call, "status", None),
            )
"""
        in done
    )
