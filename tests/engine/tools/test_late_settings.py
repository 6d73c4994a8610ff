"""Headers and approval modes that an MCP tool gets after the agent was made."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)
HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, McpTool
from azure.identity import DefaultAzureCredential


def main(token: str) -> None:
    client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
    key = os.getenv("KEY")
    tool = McpTool(server_label="docs", server_url="https://x/mcp")
    tools = tool.definitions + CodeInterpreterTool().definitions
    agent = client.create_agent(model="gpt-4o", name="guide", tools=tools)
    thread = client.threads.create()
"""
TAIL = """    run = client.runs.create_and_process(
        thread_id=thread.id,
        agent_id=agent.id,
        tool_resources=tool.resources if hasattr(tool, "resources") else None,
    )
    print(run.status)
"""
LATE = (
    "whether this is set before the definition is made, and before every run that is to have it, "
    "is not certain: give it to `MCPTool(...)`"
)
CASES = {
    "names that are known by then": (
        """    tool.update_headers("Authorization", f"Bearer {token}")
    tool.set_approval_mode("never")
""",
        """        require_approval="never",
        headers={"Authorization": f"Bearer {token}"},
""",
    ),
    "a condition": (
        """    if key:
        tool.update_headers("X-Key", key)
    tool.set_approval_mode("never")
""",
        """        require_approval="never",
        headers={"X-Key": key} if key else None,
""",
    ),
    "a condition beside others": (
        """    tool.update_headers("X-Team", "maps")
    if key:
        tool.update_headers("X-Key", key)
    if token:
        tool.set_approval_mode("never")
""",
        """        require_approval="never" if token else "always",
        headers={"X-Team": "maps", **({"X-Key": key} if key else {})},
""",
    ),
}
REFUSALS = {
    "a name that comes later": '    secret = token.upper()\n    tool.update_headers("K", secret)\n',
    "a call": '    tool.update_headers("K", token.upper())\n',
    "what is loaded between": (
        '    os.environ.update(A="b")\n    tool.update_headers("K", os.environ["A"])\n'
    ),
    "something else on the condition": (
        '    if key:\n        print(key)\n        tool.update_headers("K", key)\n'
    ),
}


@pytest.mark.parametrize(("set_later", "fields"), CASES.values(), ids=CASES.keys())
def test_case(set_later: str, fields: str) -> None:
    source = HEAD + set_later + TAIL
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert fields in done
    assert "tools: list[Tool] = [" in done
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize("set_later", REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(set_later: str) -> None:
    analysis = analyse(HEAD + set_later + TAIL, today=TODAY)
    assert not analysis.failures
    assert LATE in {b.root.message for f in analysis.findings for b in f.blockers}


def test_headers_on_a_condition_of_a_tool_that_other_methods_use() -> None:
    source = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool
from azure.identity import DefaultAzureCredential


class Guide:
    def start(self) -> None:
        key = os.environ.get("KEY")
        self.client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
        self.tool = McpTool(server_label="docs", server_url="https://x/mcp")
        if key:
            self.tool.update_headers("X-Key", key)
        else:
            print("no key")
        self.agent = self.client.create_agent(
            model="gpt-4o", name="guide", tools=self.tool.definitions
        )
        self.tool.set_approval_mode("never")

    def ask(self, thread_id: str) -> str:
        run = self.client.runs.create_and_process(
            thread_id=thread_id, agent_id=self.agent.id, tool_resources=self.tool.resources
        )
        return run.status
"""
    analysis = analyse(source, today=TODAY)
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    assert 'require_approval="never"' in done
    assert '            self.tool.headers = {"X-Key": key}\n' in done
    late = source.replace("        if key:", "        self.ask('conv_1')\n        if key:")
    assert LATE in {b.root.message for f in analyse(late, today=TODAY).findings for b in f.blockers}
