"""Agents, threads, runs and computer use of azure-ai-agents 1.x, as models."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import AZURE_AGENT_VERSION_RESULTS, AZURE_RUN_RESULTS

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS402",
    kind=Kind.MODEL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; openai 3.54.0: openai/types/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.ActivityFunctionDefinition",
        legacy=("azure.ai.agents.models.ActivityFunctionDefinition",),
        target="openai.types.responses.response_output_item.McpListToolsTool",
        results={
            "description": "tool.description",
            "parameters": "tool.input_schema",
        },
    ),
    row(
        id="az.ActivityFunctionParameters",
        legacy=("azure.ai.agents.models.ActivityFunctionParameters",),
        target="tool.input_schema",
        results={
            "type": "a key of tool.input_schema",
            "properties": "a key of tool.input_schema",
            "required": "a key of tool.input_schema",
            "additional_properties": "a key of tool.input_schema",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.Agent",
        legacy=("azure.ai.agents.models.Agent", "azure.ai.projects.models.Agent"),
        target="azure.ai.projects.models.AgentVersionDetails",
        results=AZURE_AGENT_VERSION_RESULTS,
        notes=(
            "create_version returns an AgentVersionDetails, get and list an AgentDetails. The id "
            'is "name:version": pass on the name.'
        ),
        since="2.0.0b3",
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/models/_models.py"
        ),
    ),
    row(
        id="az.AgentErrorDetail",
        legacy=("azure.ai.agents.models.AgentErrorDetail",),
        target="openai.APIStatusError",
        results={
            "message": "exc.message",
            "type": "exc.type",
            "param": "exc.param",
            "code": "exc.code",
        },
        blocked=(
            "error bodies arrive as exceptions: catch openai.APIStatusError or "
            "azure.core.exceptions.HttpResponseError"
        ),
    ),
    row(
        id="az.AgentV1Error",
        legacy=("azure.ai.agents.models.AgentV1Error",),
        target="openai.APIStatusError",
        results={
            "error": "exc.body",
        },
        blocked=(
            "error bodies arrive as exceptions: catch openai.APIStatusError or "
            "azure.core.exceptions.HttpResponseError"
        ),
    ),
    row(
        id="az.AgentsNamedToolChoice",
        legacy=(
            "azure.ai.agents.models.AgentsNamedToolChoice",
            "azure.ai.projects.models.AgentsNamedToolChoice",
        ),
        target='{"type": "function", "name": ...}',
        params={
            "type": '"type"',
            "function": '"name"',
        },
        notes='Un-nested. Tools of Azure connections cannot be named: use "required".',
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.AgentsResponseFormat",
        legacy=("azure.ai.agents.models.AgentsResponseFormat",),
        target=(
            "azure.ai.projects.models.PromptAgentDefinitionTextOptions("
            "format=TextResponseFormatJsonObject())"
        ),
        params={
            "type": "the class: TextResponseFormatText or TextResponseFormatJsonObject",
        },
        notes='"text" is TextResponseFormatText(); "auto" is left out.',
        since="2.0.0",
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/models/_models.py"
        ),
    ),
    row(
        id="az.AzureFunctionToolCallDetails",
        legacy=("azure.ai.agents.models.AzureFunctionToolCallDetails",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.BrowserAutomationToolCallDetails",
        legacy=("azure.ai.agents.models.BrowserAutomationToolCallDetails",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.BrowserAutomationToolCallStep",
        legacy=("azure.ai.agents.models.BrowserAutomationToolCallStep",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.ClickAction",
        legacy=("azure.ai.agents.models.ClickAction",),
        target="openai.types.responses.response_computer_tool_call.ActionClick",
        results={
            "type": "unchanged",
            "x": "unchanged",
            "y": "unchanged",
            "button": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ComputerScreenshot",
        legacy=("azure.ai.agents.models.ComputerScreenshot",),
        target="openai.types.responses.ResponseComputerToolCallOutputScreenshotParam",
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ComputerToolOutput",
        legacy=("azure.ai.agents.models.ComputerToolOutput",),
        target=None,
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.ComputerUseAction",
        legacy=("azure.ai.agents.models.ComputerUseAction",),
        target="openai.types.responses.response_computer_tool_call.Action",
        results={
            "type": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.CoordinatePoint",
        legacy=("azure.ai.agents.models.CoordinatePoint",),
        target="openai.types.responses.response_computer_tool_call.ActionDragPath",
        results={
            "x": "unchanged",
            "y": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.DoubleClickAction",
        legacy=("azure.ai.agents.models.DoubleClickAction",),
        target="openai.types.responses.response_computer_tool_call.ActionDoubleClick",
        results={
            "type": "unchanged",
            "x": "unchanged",
            "y": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.DragAction",
        legacy=("azure.ai.agents.models.DragAction",),
        target="openai.types.responses.response_computer_tool_call.ActionDrag",
        results={
            "type": "unchanged",
            "path": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.FunctionArgument",
        legacy=("azure.ai.agents.models.FunctionArgument",),
        target='tool.input_schema["properties"][name]',
        results={
            "type": '["type"]',
            "description": '["description"]',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.FunctionName",
        legacy=("azure.ai.agents.models.FunctionName", "azure.ai.projects.models.FunctionName"),
        target='{"type": "function", "name": ...}',
        params={
            "name": '"name"',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.IncompleteRunDetails",
        legacy=(
            "azure.ai.agents.models.IncompleteRunDetails",
            "azure.ai.projects.models.IncompleteRunDetails",
        ),
        target="openai.types.responses.response.IncompleteDetails",
        results={
            "reason": (
                'response.incomplete_details.reason; "max_completion_tokens" is "max_output_tokens"'
            ),
        },
    ),
    row(
        id="az.KeyPressAction",
        legacy=("azure.ai.agents.models.KeyPressAction",),
        target="openai.types.responses.response_computer_tool_call.ActionKeypress",
        results={
            "type": "unchanged",
            "keys_property": "keys",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.MoveAction",
        legacy=("azure.ai.agents.models.MoveAction",),
        target="openai.types.responses.response_computer_tool_call.ActionMove",
        results={
            "type": "unchanged",
            "x": "unchanged",
            "y": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ResponseFormatJsonSchema",
        legacy=(
            "azure.ai.agents.models.ResponseFormatJsonSchema",
            "azure.ai.projects.models.ResponseFormatJsonSchema",
        ),
        target="azure.ai.projects.models.TextResponseFormatJsonSchema",
        params={
            "description": "unchanged",
            "name": "unchanged",
            "schema": "unchanged",
        },
        notes="strict= is new.",
        since="2.0.0b4",
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/models/_models.py"
        ),
    ),
    row(
        id="az.ResponseFormatJsonSchemaType",
        legacy=(
            "azure.ai.agents.models.ResponseFormatJsonSchemaType",
            "azure.ai.projects.models.ResponseFormatJsonSchemaType",
        ),
        target=(
            "azure.ai.projects.models.PromptAgentDefinitionTextOptions("
            "format=TextResponseFormatJsonSchema(name=..., schema=...))"
        ),
        params={
            "type": "dropped: the class implies it",
            "json_schema": "format=TextResponseFormatJsonSchema(name=, schema=, strict=)",
        },
        notes=(
            "The classes were PromptAgentDefinitionText and "
            "ResponseTextFormatConfigurationJsonSchema up to 2.0.0b3."
        ),
        since="2.0.0b4",
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/models/_models.py"
        ),
    ),
    row(
        id="az.RunCompletionUsage",
        legacy=(
            "azure.ai.agents.models.RunCompletionUsage",
            "azure.ai.projects.models.RunCompletionUsage",
        ),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
    ),
    row(
        id="az.RunError",
        legacy=("azure.ai.agents.models.RunError", "azure.ai.projects.models.RunError"),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
        notes="code is one of a fixed set of strings.",
    ),
    row(
        id="az.SafetyCheck",
        legacy=("azure.ai.agents.models.SafetyCheck",),
        target="openai.types.responses.response_computer_tool_call.PendingSafetyCheck",
        results={
            "id": "unchanged",
            "code": "unchanged",
            "message": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ScreenshotAction",
        legacy=("azure.ai.agents.models.ScreenshotAction",),
        target="openai.types.responses.response_computer_tool_call.ActionScreenshot",
        results={
            "type": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.ScrollAction",
        legacy=("azure.ai.agents.models.ScrollAction",),
        target="openai.types.responses.response_computer_tool_call.ActionScroll",
        results={
            "type": "unchanged",
            "x": "unchanged",
            "y": "unchanged",
            "scroll_x": "unchanged",
            "scroll_y": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.StructuredToolOutput",
        legacy=("azure.ai.agents.models.StructuredToolOutput",),
        target=None,
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.ThreadRun",
        legacy=("azure.ai.agents.models.ThreadRun", "azure.ai.projects.models.ThreadRun"),
        target="openai.types.responses.Response",
        results=AZURE_RUN_RESULTS,
    ),
    row(
        id="az.ToolApproval",
        legacy=("azure.ai.agents.models.ToolApproval",),
        target='{"type": "mcp_approval_response", "approval_request_id": ..., "approve": ...}',
        params={
            "tool_call_id": '"approval_request_id"',
            "approve": '"approve"',
            "headers": (
                "no counterpart: MCPTool(headers=...) or project_connection_id= in the definition"
            ),
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.ToolOutput",
        legacy=("azure.ai.agents.models.ToolOutput", "azure.ai.projects.models.ToolOutput"),
        target='{"type": "function_call_output", "call_id": ..., "output": ...}',
        params={
            "type": '"type"',
            "tool_call_id": '"call_id"',
            "output": '"output"',
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.TruncationObject",
        legacy=(
            "azure.ai.agents.models.TruncationObject",
            "azure.ai.projects.models.TruncationObject",
        ),
        target='truncation="auto"',
        params={
            "type": '"auto", or "disabled"',
            "last_messages": "no counterpart",
        },
        notes='"disabled" is the default now; last_messages has no counterpart.',
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.TypeAction",
        legacy=("azure.ai.agents.models.TypeAction",),
        target="openai.types.responses.response_computer_tool_call.ActionType",
        results={
            "type": "unchanged",
            "text": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.WaitAction",
        legacy=("azure.ai.agents.models.WaitAction",),
        target="openai.types.responses.response_computer_tool_call.ActionWait",
        results={
            "type": "unchanged",
        },
        notes="Computer use is in preview.",
    ),
    row(
        id="az.AgentsResponseFormatOption",
        legacy=(
            "azure.ai.agents._types.AgentsResponseFormatOption",
            "azure.ai.agents.types.AgentsResponseFormatOption",
        ),
        target="azure.ai.projects.models.TextResponseFormat",
        notes="Used in annotations only.",
        since="2.0.0",
        source="azure-ai-agents 1.1.0: azure/ai/agents/types.py",
    ),
    row(
        id="az.MessageInputContent",
        legacy=(
            "azure.ai.agents._types.MessageInputContent",
            "azure.ai.agents.types.MessageInputContent",
        ),
        target="openai.types.responses.ResponseInputMessageContentListParam",
        notes="Used in annotations only.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/types.py",
    ),
    row(
        id="az.MessageAttachmentToolDefinition",
        legacy=(
            "azure.ai.agents._types.MessageAttachmentToolDefinition",
            "azure.ai.agents.types.MessageAttachmentToolDefinition",
        ),
        target=None,
        blocked="messages have no attachments, so nothing lists the tools of one",
        source="azure-ai-agents 1.1.0: azure/ai/agents/types.py",
    ),
    row(
        id="az.AgentsToolChoiceOption",
        legacy=(
            "azure.ai.agents._types.AgentsToolChoiceOption",
            "azure.ai.agents.types.AgentsToolChoiceOption",
        ),
        target="openai.types.responses.response_create_params.ToolChoice",
        notes="Used in annotations only.",
        source="azure-ai-agents 1.1.0: azure/ai/agents/types.py",
    ),
    row(
        id="az.MCPRequiredApproval",
        legacy=("azure.ai.agents._types.MCPRequiredApproval",),
        target="azure.ai.projects.models.MCPToolRequireApproval",
        notes='"always" and "never" stay plain strings.',
        since="2.0.0b4",
        source="azure-ai-agents 1.2.0b6: azure/ai/agents/_types.py",
    ),
)
