"""Function tools and tool sets of azure-ai-agents 1.x: code that ran by itself."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS302",
    kind=Kind.TOOL,
    source=(
        "azure-ai-agents 1.2.0b6: azure/ai/agents/models/_patch.py; azure-ai-projects 2.10.0: "
        "azure/ai/projects/models/_models.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.FunctionTool",
        legacy=(
            "azure.ai.agents.models.FunctionTool",
            "azure.ai.agents.models.AsyncFunctionTool",
            "azure.ai.projects.models.AsyncFunctionTool",
        ),
        target=(
            "azure.ai.projects.models.FunctionTool(name=..., description=..., parameters=..., "
            "strict=False)"
        ),
        params={
            "functions": (
                "one FunctionTool for each function, and a dictionary of the functions by name"
            ),
        },
        notes=(
            "Same name, other class: the old one took functions and read the schema from signature "
            'and docstring (":param x:" lines, Optional as nullable, a default as not required); '
            "the new one takes the schema. The new SDK runs no functions by itself: answer the "
            "function_call items of a response in a loop, with a bound of your own. The old one "
            'sent exceptions to the model as {"error": ...} and made every result a string.'
        ),
    ),
    row(
        id="az.FunctionTool.add_functions",
        legacy=(
            "azure.ai.agents.models.FunctionTool.add_functions",
            "azure.ai.agents.models.AsyncFunctionTool.add_functions",
            "azure.ai.projects.models.AsyncFunctionTool.add_functions",
        ),
        target=(
            "tools.append(FunctionTool(name=..., description=..., parameters=..., strict=False))"
        ),
        params={
            "extra_functions": "one more FunctionTool, and one more entry in the dictionary",
        },
    ),
    row(
        id="az.FunctionTool.definitions",
        legacy=(
            "azure.ai.agents.models.FunctionTool.definitions",
            "azure.ai.agents.models.AsyncFunctionTool.definitions",
            "azure.ai.projects.models.AsyncFunctionTool.definitions",
        ),
        target="PromptAgentDefinition(tools=[tool])",
        notes="The tools themselves go into the list.",
    ),
    row(
        id="az.FunctionTool.resources",
        legacy=(
            "azure.ai.agents.models.FunctionTool.resources",
            "azure.ai.agents.models.AsyncFunctionTool.resources",
            "azure.ai.projects.models.AsyncFunctionTool.resources",
        ),
        target="PromptAgentDefinition(tools=[tool])",
        notes="Dropped: a function tool has no resources.",
    ),
    row(
        id="az.FunctionTool.execute",
        legacy=(
            "azure.ai.agents.models.FunctionTool.execute",
            "azure.ai.agents.models.AsyncFunctionTool.execute",
            "azure.ai.projects.models.AsyncFunctionTool.execute",
        ),
        target="FUNCTIONS[item.name](**json.loads(item.arguments))",
        params={
            "tool_call": "a function_call item",
        },
    ),
    row(
        id="az.ToolSet",
        legacy=(
            "azure.ai.agents.models.ToolSet",
            "azure.ai.agents.models.AsyncToolSet",
            "azure.ai.projects.models.ToolSet",
            "azure.ai.projects.models.AsyncToolSet",
        ),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        notes=(
            "A plain list of tools. The old set took one tool of each type and merged their "
            "resources. The new SDK runs no functions by itself: answer the function_call items of "
            "a response in a loop, with a bound of your own. The old one sent exceptions to the "
            'model as {"error": ...} and made every result a string.'
        ),
    ),
    row(
        id="az.ToolSet.add",
        legacy=(
            "azure.ai.agents.models.ToolSet.add",
            "azure.ai.agents.models.AsyncToolSet.add",
            "azure.ai.projects.models.ToolSet.add",
            "azure.ai.projects.models.AsyncToolSet.add",
        ),
        target="tools.append(tool)",
        params={
            "tool": "tool",
        },
    ),
    row(
        id="az.ToolSet.remove",
        legacy=(
            "azure.ai.agents.models.ToolSet.remove",
            "azure.ai.agents.models.AsyncToolSet.remove",
            "azure.ai.projects.models.ToolSet.remove",
            "azure.ai.projects.models.AsyncToolSet.remove",
        ),
        target="tools = [tool for tool in tools if not isinstance(tool, tool_type)]",
        params={
            "tool_type": "tool_type",
            "name": "tool.name",
            "server_label": "tool.server_label",
        },
    ),
    row(
        id="az.ToolSet.get_tool",
        legacy=(
            "azure.ai.agents.models.ToolSet.get_tool",
            "azure.ai.agents.models.AsyncToolSet.get_tool",
            "azure.ai.projects.models.ToolSet.get_tool",
            "azure.ai.projects.models.AsyncToolSet.get_tool",
        ),
        target="next(tool for tool in tools if isinstance(tool, tool_type))",
        params={
            "tool_type": "tool_type",
            "name": "tool.name",
            "server_label": "tool.server_label",
        },
        notes="The old method raised ValueError when there was none, next() raises StopIteration.",
    ),
    row(
        id="az.ToolSet.definitions",
        legacy=(
            "azure.ai.agents.models.ToolSet.definitions",
            "azure.ai.agents.models.AsyncToolSet.definitions",
            "azure.ai.projects.models.ToolSet.definitions",
            "azure.ai.projects.models.AsyncToolSet.definitions",
        ),
        target="PromptAgentDefinition(tools=tools)",
    ),
    row(
        id="az.ToolSet.resources",
        legacy=(
            "azure.ai.agents.models.ToolSet.resources",
            "azure.ai.agents.models.AsyncToolSet.resources",
            "azure.ai.projects.models.ToolSet.resources",
            "azure.ai.projects.models.AsyncToolSet.resources",
        ),
        target="PromptAgentDefinition(tools=tools)",
        notes="Dropped: resources are fields of the tools.",
    ),
    row(
        id="az.ToolSet.get_definitions_and_resources",
        legacy=(
            "azure.ai.agents.models.ToolSet.get_definitions_and_resources",
            "azure.ai.agents.models.AsyncToolSet.get_definitions_and_resources",
            "azure.ai.projects.models.ToolSet.get_definitions_and_resources",
            "azure.ai.projects.models.AsyncToolSet.get_definitions_and_resources",
        ),
        target="PromptAgentDefinition(tools=tools)",
        notes="One list: resources are fields of the tools.",
    ),
    row(
        id="az.ToolSet.execute_tool_calls",
        legacy=(
            "azure.ai.agents.models.ToolSet.execute_tool_calls",
            "azure.ai.agents.models.AsyncToolSet.execute_tool_calls",
            "azure.ai.projects.models.ToolSet.execute_tool_calls",
            "azure.ai.projects.models.AsyncToolSet.execute_tool_calls",
        ),
        target=(
            '[{"type": "function_call_output", "call_id": item.call_id, "output": ...} for item in '
            "calls]"
        ),
        params={
            "tool_calls": "the function_call items of response.output",
        },
        notes="AsyncToolSet ran the calls together, with asyncio.gather.",
    ),
    row(
        id="az.ToolSet.validate_tool_type",
        legacy=(
            "azure.ai.agents.models.ToolSet.validate_tool_type",
            "azure.ai.agents.models.AsyncToolSet.validate_tool_type",
            "azure.ai.projects.models.ToolSet.validate_tool_type",
            "azure.ai.projects.models.AsyncToolSet.validate_tool_type",
        ),
        target=None,
        params={
            "tool": "no counterpart",
        },
        blocked="a check inside the old tool set: a plain list needs none",
    ),
)
