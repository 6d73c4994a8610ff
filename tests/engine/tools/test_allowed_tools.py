"""Tools of an MCP server that are allowed after the tool was made."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
TAIL = """agent = client.create_agent(model="gpt-4o", name="guide", tools=tool.definitions)
"""

CASES = {
    "one, and a look": (
        """tool = McpTool(server_label="docs", server_url="https://x/mcp", allowed_tools=[])
# only this one
tool.allow_tool("search")
print(f"Allowed: {tool.allowed_tools}")
""",
        """tool = MCPTool(server_label="docs", server_url="https://x/mcp")
# only this one
tool.allowed_tools = ["search"]
print(f"Allowed: {tool.allowed_tools}")
""",
    ),
    "several": (
        """tool = McpTool(server_label="docs", server_url="https://x/mcp", allowed_tools=["read"])
name = os.environ["TOOL"]
tool.allow_tool(name)
tool.allow_tool("search")
tool.allow_tool("read")
""",
        """tool = MCPTool(server_label="docs", server_url="https://x/mcp", allowed_tools=["read"])
name = os.environ["TOOL"]
tool.allowed_tools = [*(tool.allowed_tools or []), name]
tool.allowed_tools = [*tool.allowed_tools, "search"]
""",
    ),
    "on a condition and in a loop": (
        """tool = McpTool("docs", "https://x/mcp")
if os.environ.get("ALL"):
    tool.allow_tool("write")
for name in ("read", "search"):
    tool.allow_tool(name)
print(len(tool.allowed_tools))
""",
        """tool = MCPTool(server_label="docs", server_url="https://x/mcp")
if os.environ.get("ALL"):
    tool.allowed_tools = ["write"]
for name in ("read", "search"):
    tool.allowed_tools = [*(tool.allowed_tools or []), name]
print(len((tool.allowed_tools or [])))
""",
    ),
}

REFUSALS = {
    "one that may not be there": (
        'tool.allow_tool("a")\ntool.disallow_tool("b")\n',
        (
            "whether this tool is allowed by then is not certain: `disallow_tool` raised an error "
            "where it was not"
        ),
    ),
    "none that is left for the agent": (
        'tool.allow_tool("a")\ntool.disallow_tool("a")\n',
        ("no tool is left where this was the only one: that meant all of them, and means none now"),
    ),
    "a list that is kept": (
        "names = tool.allowed_tools\n",
        "what is done with the list of allowed tools is not known here",
    ),
    "a list of the caller's": (
        'names = ["a"]\ntool = McpTool("docs", "https://x/mcp", names)\ntool.allow_tool("b")\n',
        "the list of allowed tools is handed to the tool and changed with it: give it a copy",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_case(before: str, after: str) -> None:
    source = HEAD + before + TAIL
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(source, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert after in done
    assert not analyse(done, today=TODAY).fix_all(unsafe=True)


def test_a_tool_is_disallowed_behind_the_definition() -> None:
    source = (
        HEAD
        + 'tool = McpTool("docs", "https://x/mcp")\nfirst = "search"\ntool.allow_tool(first)\n'
        + TAIL
        + "try:\n    tool.disallow_tool(first)\nexcept ValueError as error:\n    print(error)\n"
    )
    done = apply_edits(source, analyse(source, today=TODAY).fix_all(unsafe=True))
    assert (
        "    tool.allowed_tools = [name for name in tool.allowed_tools or [] if name != first]\n"
        in done
    )


@pytest.mark.parametrize(("change", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(change: str, reason: str) -> None:
    made = "" if "McpTool" in change else 'tool = McpTool("docs", "https://x/mcp")\n'
    analysis = analyse(HEAD + made + change + TAIL, today=TODAY)
    assert not analysis.failures
    assert reason in {b.root.message for f in analysis.findings for b in f.blockers}
