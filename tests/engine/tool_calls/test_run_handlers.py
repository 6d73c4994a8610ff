"""Handlers of runs that the SDK waited for: the program asks them behind the run."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

SCRIPT = r"""import os
from typing import Any

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    McpTool,
    RequiredMcpToolCall,
    RunHandler,
    ThreadRun,
    ToolApproval,
    ToolSet,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
docs = McpTool(server_label="docs", server_url="https://x/mcp")
toolset = ToolSet()
toolset.add(docs)


class Approver(RunHandler):
    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    # asks nobody
    def submit_mcp_tool_approval(
        self, *, run: ThreadRun, tool_call: RequiredMcpToolCall, **kwargs: Any
    ) -> ToolApproval:
        self.seen += 1
        print(f"{run.id}: {tool_call.name}({tool_call.arguments})")
        return ToolApproval(tool_call_id=tool_call.id, approve=True, headers=docs.headers)


with client:
    agent = client.create_agent(model="gpt-4o", name="guide", toolset=toolset)
    thread = client.threads.create()
    docs.update_headers("X-Team", "maps")
    run = client.runs.create_and_process(
        thread_id=thread.id, agent_id=agent.id, run_handler=Approver()
    )
    for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
        print(step.id)
"""
AFTER = r"""import os
from typing import Any

from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai.types.responses import Response, ResponseInputItemParam
from openai.types.responses.response_output_item import McpApprovalRequest

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
docs = MCPTool(server_label="docs", server_url="https://x/mcp", headers={"X-Team": "maps"})


class Approver:
    def __init__(self) -> None:
        self.seen = 0

    # asks nobody
    def submit_mcp_tool_approval(
        self, *, run: Response, tool_call: McpApprovalRequest, **kwargs: Any
    ) -> ResponseInputItemParam:
        self.seen += 1
        print(f"{run.id}: {tool_call.name}({tool_call.arguments})")
        return {
            "type": "mcp_approval_response",
            "approval_request_id": tool_call.id,
            "approve": True,
        }


with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="guide", definition=PromptAgentDefinition(model="gpt-4o", tools=[docs])
    )
    conversation = openai_client.conversations.create()
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    items = list(response.output)
    run_handler = Approver()
    while requests := [item for item in response.output if item.type == "mcp_approval_request"]:
        response = openai_client.responses.create(
            conversation=conversation.id,
            input=[
                run_handler.submit_mcp_tool_approval(run=response, tool_call=request)
                for request in requests
            ],
            extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
        )
        items += response.output
    for step in reversed(items):
        print(step.id)
"""
_FUNCTION = r"""

def count(people: int) -> str:
    "Counts pizzas."
    return str(people)


class Approver"""
REFUSALS = {
    "functions that it calls itself": (
        "    # asks nobody\n",
        "    def submit_function_call_output(self, **kwargs: Any) -> Any:\n        return 1\n\n",
        (
            "functions are called in a loop of the program now: call there what this method "
            "calls, by the names of the calls"
        ),
    ),
    "another field of the call": (
        "tool_call.arguments",
        "tool_call.type",
        "a request for an approval has no `type`",
    ),
    "another field of the run": ("{run.id}", "{run.thread_id}", "a response has no `thread_id`"),
    "no answer": (
        "        self.seen += 1\n        print",
        "        if self.seen:\n            return\n        print",
        "an answer is needed for each request for an approval",
    ),
    "a handler from elsewhere": (
        "run_handler=Approver()",
        "run_handler=make()",
        "the class of this run handler is not in view",
    ),
}


def migrated(source: str) -> str:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)
    return done


def test_a_handler_is_asked_behind_the_run() -> None:
    assert migrated(SCRIPT) == AFTER


def test_a_handler_and_functions() -> None:
    source = SCRIPT.replace("\n\nclass Approver", _FUNCTION, 1)
    source = source.replace("    McpTool,\n", "    FunctionTool,\n    McpTool,\n", 1)
    source = source.replace(
        "\n\nwith client:",
        "\ntoolset.add(FunctionTool({count}))\nclient.enable_auto_function_calls(toolset)\n"
        "handler = Approver()\n\nwith client:",
    ).replace("Approver()\n    )", "handler\n    )")
    done = migrated(source)
    assert "    for _ in range(10):\n        outputs: list[ResponseInputItemParam] = []\n" in done
    assert (
        """        outputs += [
            handler.submit_mcp_tool_approval(run=response, tool_call=request)
            for request in response.output
            if request.type == "mcp_approval_request"
        ]
        if not outputs:
            break
"""
        in done
    )
    assert "        items += response.output\n" in done


def test_a_method_without_annotations_says_what_it_gives() -> None:
    source = SCRIPT.replace(
        "(\n        self, *, run: ThreadRun, tool_call: RequiredMcpToolCall, **kwargs: Any\n"
        "    ) -> ToolApproval:",
        "(self, *, run, tool_call, **kwargs):",
    )
    assert "(self, *, run, tool_call, **kwargs) -> ResponseInputItemParam:\n" in migrated(source)


@pytest.mark.parametrize(("old", "new", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(old: str, new: str, reason: str) -> None:
    assert old in SCRIPT
    analysis = analyse(SCRIPT.replace(old, new), today=TODAY)
    assert not analysis.failures
    assert reason in {b.root.message for f in analysis.findings for b in f.blockers}
