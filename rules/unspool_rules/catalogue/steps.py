"""Run steps and their tool calls, and the items of a response's output that take their place.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_models.py``, openai 1.65.5
``openai/types/beta/threads/runs``, openai 3.54.0 ``openai/types/responses``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CALLS: Mapping[str, str] = MappingProxyType(
    {
        "function": "function_call",
        "code_interpreter": "code_interpreter_call",
        "file_search": "file_search_call",
        "mcp": "mcp_call",
    }
)
"""Type of a tool call, and of its item."""

CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "RunStepFunctionToolCall": "function",
        "RunStepCodeInterpreterToolCall": "code_interpreter",
        "RunStepFileSearchToolCall": "file_search",
        "RunStepMcpToolCall": "mcp",
        "FunctionToolCall": "function",
        "CodeInterpreterToolCall": "code_interpreter",
        "FileSearchToolCall": "file_search",
    }
)

DETAILS: Mapping[str, str] = MappingProxyType(
    {
        "RunStepToolCallDetails": "tool_calls",
        "ToolCallsStepDetails": "tool_calls",
        "RunStepMessageCreationDetails": "message_creation",
        "MessageCreationStepDetails": "message_creation",
        "RunStepActivityDetails": "activities",
    }
)

TESTS: Mapping[str, str] = MappingProxyType(
    {
        "tool_calls": '{0}.type.endswith("_call")',
        "message_creation": '{0}.type == "message"',
        "activities": '{0}.type == "mcp_list_tools"',
    }
)
"""Tests on an item for what a step's ``type`` said."""

TYPE = (
    '("tool_calls" if {0}.type.endswith("_call") else "message_creation" if {0}.type == "message" '
    "else {0}.type)"
)
"""A step's ``type`` for what keeps it; other items, such as reasoning, have their own."""

CALL_TYPE = '{0}.type.removesuffix("_call")'
"""A tool call's ``type`` for what keeps it: those of ``CALLS``, and of calls that came later."""

FIELDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("function", "name"): "name",
        ("function", "arguments"): "arguments",
        ("code_interpreter", "input"): "code",
        ("code_interpreter", "outputs"): "outputs",
        ("file_search", "results"): "results",
        ("mcp", "name"): "name",
        ("mcp", "arguments"): "arguments",
        ("mcp", "output"): "output",
        ("mcp", "server_label"): "server_label",
        ("result", "file_id"): "file_id",
        ("result", "file_name"): "filename",
        ("result", "score"): "score",
        ("output", "type"): "type",
        ("output", "logs"): "logs",
    }
)
"""Fields of a call's details, of a search's result and of an interpreter's output."""

INCLUDES: Mapping[str, str] = MappingProxyType(
    {
        "step_details.tool_calls[*].file_search.results[*].content": "file_search_call.results",
    }
)

GONE: Mapping[str, str] = MappingProxyType(
    {
        "usage": "an item carries no `usage`: it is the whole response's",
        "last_error": "an item carries no error: it is the whole response's",
        "output": "the output of a function is your own value; an item does not repeat it",
        "metadata": "an item carries no metadata",
        "created_at": "an item carries no time",
        "completed_at": "an item carries no time",
    }
)

UNTYPED = (
    "the new service sends this call as an item that openai has no class for: read `item.type` and "
    "`item.model_extra`"
)

SHAPES: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "step": {"id": None, "type": "word", "status": "word", "step_details": "details"},
        "details": {"type": "word", "tool_calls": "calls", "message_creation": "creation"},
        "creation": {"message_id": None},
        "call": {
            "id": None,
            "type": "kind",
            "function": "function",
            "code_interpreter": "interpreter",
            "file_search": "search",
            "name": None,
            "arguments": None,
            "output": None,
            "server_label": None,
        },
        "function": {"name": None, "arguments": None, "output": "given"},
        "interpreter": {"input": None, "outputs": "outputs"},
        "search": {"results": "results"},
        "output": {"type": None, "logs": None},
        "result": {"file_id": None, "file_name": None, "score": None, "content": "contents"},
        "content": {"type": None, "text": None},
    }
)
"""Fields of steps that can be made of items, by what has them, and what they hold in turn."""

OF_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "RunStep": "step",
        "RunStepDetails": "details",
        **dict.fromkeys(DETAILS, "details"),
        "MessageCreation": "creation",
        "RunStepMessageCreationReference": "creation",
        "RunStepToolCall": "call",
        **dict.fromkeys(CLASSES, "call"),
        "Function": "function",
        "RunStepFunctionToolCallDetails": "function",
        "CodeInterpreter": "interpreter",
        "RunStepCodeInterpreterToolCallDetails": "interpreter",
        "FileSearch": "search",
        "RunStepFileSearchToolCallResults": "search",
        "FileSearchResult": "result",
        "RunStepFileSearchToolCallResult": "result",
        "FileSearchResultContent": "content",
        "FileSearchToolCallContent": "content",
        "CodeInterpreterOutputLogs": "output",
        "CodeInterpreterOutputImage": "output",
        "RunStepCodeInterpreterToolCallOutput": "output",
        "RunStepCodeInterpreterLogOutput": "output",
        "RunStepCodeInterpreterImageOutput": "output",
    }
)
"""What the classes of steps, and of what they hold, are in `SHAPES`."""

OTHER_CALLS = frozenset(
    {
        "azure_ai_search",
        "azure_function",
        "bing_custom_search",
        "bing_grounding",
        "browser_automation",
        "computer_use_preview",
        "connected_agent",
        "deep_research",
        "fabric_dataagent",
        "microsoft_fabric",
        "open_api",
        "openapi",
        "retrieval",
        "share_point",
        "sharepoint_grounding",
    }
)
"""Types of other tool calls, and the fields with their details: items have no class for them."""

ABSENT = frozenset(
    {
        "agent_id",
        "assistant_id",
        "cancelled_at",
        "completed_at",
        "created_at",
        "expired_at",
        "failed_at",
        "image",
        "last_error",
        "metadata",
        "object",
        "ranking_options",
        "run_id",
        "thread_id",
        "usage",
    }
)
"""Fields of steps, calls and outputs that nothing in an item takes the place of."""
