"""Run steps, tool calls and required actions of azure-ai-agents 1.x."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import AZURE_STEP_RESULTS

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
        id="az.RequiredAction",
        legacy=("azure.ai.agents.models.RequiredAction", "azure.ai.projects.models.RequiredAction"),
        target='[item for item in response.output if item.type == "function_call"]',
        results={
            "type": "function_call items, or mcp_approval_request items",
        },
        notes=(
            'Approvals are items of type mcp_approval_request. response.status is "completed" in '
            "both cases."
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RequiredComputerUseToolCall",
        legacy=("azure.ai.agents.models.RequiredComputerUseToolCall",),
        target="openai.types.responses.ResponseComputerToolCall",
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
    ),
    row(
        id="az.RequiredComputerUseToolCallDetails",
        legacy=("azure.ai.agents.models.RequiredComputerUseToolCallDetails",),
        target="openai.types.responses.ResponseComputerToolCall",
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
    ),
    row(
        id="az.RequiredFunctionToolCall",
        legacy=(
            "azure.ai.agents.models.RequiredFunctionToolCall",
            "azure.ai.projects.models.RequiredFunctionToolCall",
        ),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "type": 'item.type, "function_call"',
            "id": "item.call_id",
            "function": "item.name and item.arguments",
        },
        notes="The nested function is flattened. The id to answer with is call_id, not id.",
    ),
    row(
        id="az.RequiredFunctionToolCallDetails",
        legacy=(
            "azure.ai.agents.models.RequiredFunctionToolCallDetails",
            "azure.ai.projects.models.RequiredFunctionToolCallDetails",
        ),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "name": "item.name",
            "arguments": "item.arguments, a JSON string as before",
        },
    ),
    row(
        id="az.RequiredMcpToolCall",
        legacy=("azure.ai.agents.models.RequiredMcpToolCall",),
        target="openai.types.responses.response_output_item.McpApprovalRequest",
        results={
            "type": "item.type",
            "id": "item.id",
            "arguments": "item.arguments",
            "name": "item.name",
            "server_label": "item.server_label",
        },
    ),
    row(
        id="az.RequiredToolCall",
        legacy=(
            "azure.ai.agents.models.RequiredToolCall",
            "azure.ai.projects.models.RequiredToolCall",
        ),
        target="openai.types.responses.ResponseOutputItem",
        results={
            "type": "item.type",
            "id": "item.call_id of a function_call, item.id of an mcp_approval_request",
        },
    ),
    row(
        id="az.RunStep",
        legacy=("azure.ai.agents.models.RunStep", "azure.ai.projects.models.RunStep"),
        target="openai.types.responses.ResponseOutputItem",
        results=AZURE_STEP_RESULTS,
    ),
    row(
        id="az.RunStepActivityDetails",
        legacy=("azure.ai.agents.models.RunStepActivityDetails",),
        target="openai.types.responses.response_output_item.McpListTools",
        results={
            "type": '"mcp_list_tools"',
            "activities": "items of type mcp_list_tools",
        },
    ),
    row(
        id="az.RunStepAzureAISearchToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepAzureAISearchToolCall",
            "azure.ai.projects.models.RunStepAzureAISearchToolCall",
        ),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepAzureFunctionToolCall",
        legacy=("azure.ai.agents.models.RunStepAzureFunctionToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepBingCustomSearchToolCall",
        legacy=("azure.ai.agents.models.RunStepBingCustomSearchToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepBingGroundingToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepBingGroundingToolCall",
            "azure.ai.projects.models.RunStepBingGroundingToolCall",
        ),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepBrowserAutomationToolCall",
        legacy=("azure.ai.agents.models.RunStepBrowserAutomationToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepCodeInterpreterImageOutput",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterImageOutput",
            "azure.ai.projects.models.RunStepCodeInterpreterImageOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "type": '"image"',
            "image": "output.url",
        },
    ),
    row(
        id="az.RunStepCodeInterpreterImageReference",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterImageReference",
            "azure.ai.projects.models.RunStepCodeInterpreterImageReference",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "file_id": "output.url, no file id",
        },
    ),
    row(
        id="az.RunStepCodeInterpreterLogOutput",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterLogOutput",
            "azure.ai.projects.models.RunStepCodeInterpreterLogOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputLogs",
        results={
            "type": '"logs"',
            "logs": "output.logs",
        },
    ),
    row(
        id="az.RunStepCodeInterpreterToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterToolCall",
            "azure.ai.projects.models.RunStepCodeInterpreterToolCall",
        ),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "type": '"code_interpreter_call"',
            "id": "item.id",
            "code_interpreter": "the item itself",
        },
    ),
    row(
        id="az.RunStepCodeInterpreterToolCallDetails",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterToolCallDetails",
            "azure.ai.projects.models.RunStepCodeInterpreterToolCallDetails",
        ),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "input": "item.code",
            "outputs": "item.outputs",
        },
        notes='item.outputs is None without include=["code_interpreter_call.outputs"].',
    ),
    row(
        id="az.RunStepCodeInterpreterToolCallOutput",
        legacy=(
            "azure.ai.agents.models.RunStepCodeInterpreterToolCallOutput",
            "azure.ai.projects.models.RunStepCodeInterpreterToolCallOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.Output",
        results={
            "type": "output.type",
        },
    ),
    row(
        id="az.RunStepCompletionUsage",
        legacy=(
            "azure.ai.agents.models.RunStepCompletionUsage",
            "azure.ai.projects.models.RunStepCompletionUsage",
        ),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
        notes="Counted for the whole response only.",
    ),
    row(
        id="az.RunStepComputerUseToolCall",
        legacy=("azure.ai.agents.models.RunStepComputerUseToolCall",),
        target="openai.types.responses.ResponseComputerToolCall",
    ),
    row(
        id="az.RunStepComputerUseToolCallDetails",
        legacy=("azure.ai.agents.models.RunStepComputerUseToolCallDetails",),
        target="openai.types.responses.ResponseComputerToolCall",
    ),
    row(
        id="az.RunStepConnectedAgent",
        legacy=("azure.ai.agents.models.RunStepConnectedAgent",),
        target=None,
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepConnectedAgentToolCall",
        legacy=("azure.ai.agents.models.RunStepConnectedAgentToolCall",),
        target=None,
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeepResearchToolCall",
        legacy=("azure.ai.agents.models.RunStepDeepResearchToolCall",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeepResearchToolCallDetails",
        legacy=("azure.ai.agents.models.RunStepDeepResearchToolCallDetails",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDetails",
        legacy=("azure.ai.agents.models.RunStepDetails", "azure.ai.projects.models.RunStepDetails"),
        target="openai.types.responses.ResponseOutputItem",
        results={
            "type": "item.type",
        },
    ),
    row(
        id="az.RunStepDetailsActivity",
        legacy=("azure.ai.agents.models.RunStepDetailsActivity",),
        target="openai.types.responses.response_output_item.McpListTools",
        results={
            "type": "item.type",
            "id": "item.id",
            "server_label": "item.server_label",
            "tools": "item.tools, a list",
        },
    ),
    row(
        id="az.RunStepError",
        legacy=("azure.ai.agents.models.RunStepError", "azure.ai.projects.models.RunStepError"),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
    ),
    row(
        id="az.RunStepFileSearchToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepFileSearchToolCall",
            "azure.ai.projects.models.RunStepFileSearchToolCall",
        ),
        target="openai.types.responses.ResponseFileSearchToolCall",
        results={
            "type": '"file_search_call"',
            "id": "item.id",
            "file_search": "the item itself",
        },
    ),
    row(
        id="az.RunStepFileSearchToolCallResult",
        legacy=(
            "azure.ai.agents.models.RunStepFileSearchToolCallResult",
            "azure.ai.projects.models.RunStepFileSearchToolCallResult",
        ),
        target="openai.types.responses.response_file_search_tool_call.Result",
        results={
            "file_id": "result.file_id",
            "file_name": "result.filename",
            "score": "result.score",
            "content": "result.text",
        },
    ),
    row(
        id="az.RunStepFileSearchToolCallResults",
        legacy=(
            "azure.ai.agents.models.RunStepFileSearchToolCallResults",
            "azure.ai.projects.models.RunStepFileSearchToolCallResults",
        ),
        target="openai.types.responses.ResponseFileSearchToolCall",
        results={
            "ranking_options": "dropped",
            "results": "item.results",
        },
        notes='item.results is None without include=["file_search_call.results"].',
    ),
    row(
        id="az.RunStepFunctionToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepFunctionToolCall",
            "azure.ai.projects.models.RunStepFunctionToolCall",
        ),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "type": '"function_call"',
            "id": "item.call_id",
            "function": "the item itself",
        },
    ),
    row(
        id="az.RunStepFunctionToolCallDetails",
        legacy=(
            "azure.ai.agents.models.RunStepFunctionToolCallDetails",
            "azure.ai.projects.models.RunStepFunctionToolCallDetails",
        ),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "name": "item.name",
            "arguments": "item.arguments",
        },
    ),
    row(
        id="az.RunStepMcpToolCall",
        legacy=("azure.ai.agents.models.RunStepMcpToolCall",),
        target="openai.types.responses.response_output_item.McpCall",
        results={
            "type": '"mcp_call"',
            "id": "item.id",
            "arguments": "item.arguments",
            "name": "item.name",
            "output": "item.output",
            "server_label": "item.server_label",
        },
    ),
    row(
        id="az.RunStepMessageCreationDetails",
        legacy=(
            "azure.ai.agents.models.RunStepMessageCreationDetails",
            "azure.ai.projects.models.RunStepMessageCreationDetails",
        ),
        target="openai.types.responses.ResponseOutputMessage",
        results={
            "type": '"message"',
            "message_creation": "the item itself",
        },
    ),
    row(
        id="az.RunStepMessageCreationReference",
        legacy=(
            "azure.ai.agents.models.RunStepMessageCreationReference",
            "azure.ai.projects.models.RunStepMessageCreationReference",
        ),
        target="openai.types.responses.ResponseOutputMessage",
        results={
            "message_id": "item.id",
        },
    ),
    row(
        id="az.RunStepMicrosoftFabricToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepMicrosoftFabricToolCall",
            "azure.ai.projects.models.RunStepMicrosoftFabricToolCall",
        ),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepOpenAPIToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepOpenAPIToolCall",
            "azure.ai.projects.models.RunStepOpenAPIToolCall",
        ),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepSharepointToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepSharepointToolCall",
            "azure.ai.projects.models.RunStepSharepointToolCall",
        ),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepToolCall",
            "azure.ai.projects.models.RunStepToolCall",
        ),
        target="openai.types.responses.ResponseOutputItem",
        results={
            "type": "item.type",
            "id": "item.id",
        },
    ),
    row(
        id="az.RunStepToolCallDetails",
        legacy=(
            "azure.ai.agents.models.RunStepToolCallDetails",
            "azure.ai.projects.models.RunStepToolCallDetails",
        ),
        target="openai.types.responses.ResponseOutputItem",
        results={
            "type": "dropped",
            "tool_calls": "the items whose type ends in _call",
        },
    ),
    row(
        id="az.SubmitToolApprovalAction",
        legacy=("azure.ai.agents.models.SubmitToolApprovalAction",),
        target='[item for item in response.output if item.type == "mcp_approval_request"]',
        results={
            "type": "dropped",
            "submit_tool_approval": "the list of mcp_approval_request items",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.SubmitToolApprovalDetails",
        legacy=("azure.ai.agents.models.SubmitToolApprovalDetails",),
        target='[item for item in response.output if item.type == "mcp_approval_request"]',
        results={
            "tool_calls": "the list of items",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.SubmitToolOutputsAction",
        legacy=(
            "azure.ai.agents.models.SubmitToolOutputsAction",
            "azure.ai.projects.models.SubmitToolOutputsAction",
        ),
        target='[item for item in response.output if item.type == "function_call"]',
        results={
            "type": "dropped",
            "submit_tool_outputs": "the list of function_call items",
        },
        notes=(
            "isinstance(run.required_action, SubmitToolOutputsAction) becomes a test for such "
            "items."
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.SubmitToolOutputsDetails",
        legacy=(
            "azure.ai.agents.models.SubmitToolOutputsDetails",
            "azure.ai.projects.models.SubmitToolOutputsDetails",
        ),
        target='[item for item in response.output if item.type == "function_call"]',
        results={
            "tool_calls": "the list of function_call items",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
)
