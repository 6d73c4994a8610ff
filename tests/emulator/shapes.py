"""Which fields a request body or a part of it may and must have; data only, one row a shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .rules import refusal


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one JSON object; a mark * makes a field required."""

    name: str
    fields: str
    source: str
    inferred: bool = False

    @property
    def required(self) -> frozenset[str]:
        return frozenset(f[:-1] for f in self.fields.split() if f.endswith("*"))

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset(f.rstrip("*") for f in self.fields.split())


_RUN = (
    "assistant_id* instructions max_completion_tokens max_prompt_tokens metadata model "
    "parallel_tool_calls response_format stream temperature tool_choice tool_resources tools "
    "top_p truncation_strategy"
)
_RUN_ONLY = " additional_instructions additional_messages include reasoning_effort"
_LEGACY = "openai 1.65.5 types/beta/"
_AGENTS = "azure-ai-agents 1.1.0 _operations.py "
_OPENAI = "openai 3.54.0 types/"
_PROJECTS = "azure-ai-projects 2.10.0 models "

_ROWS = (
    Shape(
        "assistant",
        "model* name description instructions tools tool_resources metadata temperature top_p "
        "response_format reasoning_effort",
        _LEGACY + "assistant_create_params.py; " + _AGENTS + "create_agent",
    ),
    Shape(
        "assistant-update",
        "model name description instructions tools tool_resources metadata temperature top_p "
        "response_format reasoning_effort",
        _LEGACY + "assistant_update_params.py; " + _AGENTS + "update_agent",
    ),
    Shape("thread", "messages metadata tool_resources", _LEGACY + "thread_create_params.py"),
    Shape("thread-update", "metadata tool_resources", _LEGACY + "thread_update_params.py"),
    Shape(
        "message",
        "role* content* attachments metadata",
        _LEGACY + "threads/message_create_params.py",
    ),
    Shape("message-update", "metadata", _LEGACY + "threads/message_update_params.py"),
    Shape("run", _RUN + _RUN_ONLY, _LEGACY + "threads/run_create_params.py"),
    Shape(
        "thread-and-run",
        _RUN + " thread",
        _LEGACY + "thread_create_and_run_params.py",
    ),
    Shape("run-update", "metadata", _LEGACY + "threads/run_update_params.py"),
    Shape(
        "tool-outputs",
        "tool_outputs* stream",
        _LEGACY + "threads/run_submit_tool_outputs_params.py",
    ),
    Shape(
        "tool-approvals",
        "tool_approvals* stream",
        "azure-ai-agents 1.2.0b5 operations/_patch.py runs.submit_tool_outputs(tool_approvals=)",
    ),
    Shape(
        "vector-store",
        "name description file_ids expires_after chunking_strategy metadata configuration",
        _OPENAI + "vector_store_create_params.py; " + _AGENTS + "vector_stores.create",
    ),
    Shape(
        "vector-store-update",
        "name expires_after metadata",
        _OPENAI + "vector_store_update_params.py",
    ),
    Shape(
        "store-file",
        "file_id attributes chunking_strategy data_source",
        _OPENAI + "vector_stores/file_create_params.py; " + _AGENTS + "vector_store_files",
    ),
    Shape(
        "store-batch",
        "file_ids files attributes chunking_strategy data_sources",
        _OPENAI + "vector_stores/file_batch_create_params.py",
    ),
    Shape(
        "agent-version",
        "definition* description metadata blueprint_reference draft",
        _PROJECTS + "_patch_agents.py create_version",
    ),
    Shape(
        "prompt-definition",
        "kind* model* instructions temperature top_p reasoning tools tool_choice text "
        "structured_inputs rai_config harness skills",
        _PROJECTS + "PromptAgentDefinition",
    ),
    Shape("text-options", "format verbosity", _OPENAI + "responses/response_text_config_param.py"),
    Shape(
        "structured-input",
        "description default_value schema required",
        _PROJECTS + "StructuredInputDefinition",
    ),
    Shape("agent-reference", "type* name* version", _PROJECTS + "AgentReference"),
    Shape(
        "conversation", "items metadata", _OPENAI + "conversations/conversation_create_params.py"
    ),
    Shape(
        "conversation-update",
        "metadata*",
        _OPENAI + "conversations/conversation_update_params.py",
    ),
    Shape("items", "items* include", _OPENAI + "conversations/item_create_params.py"),
    Shape(
        "response",
        "access_programs background background_options context_management conversation image "
        "include input instructions max_output_tokens max_tool_calls metadata model moderation "
        "parallel_tool_calls previous_response_id prompt prompt_cache_key prompt_cache_options "
        "prompt_cache_retention reasoning safety_identifier service_tier store stream "
        "stream_options temperature text tool_choice tools top_logprobs top_p truncation user",
        _OPENAI + "responses/response_create_params.py",
    ),
    Shape(
        "item:message",
        "type role* content* status id phase",
        _OPENAI + "responses/easy_input_message_param.py",
    ),
    Shape(
        "item:function_call",
        "type* call_id* name* arguments* id status caller namespace async",
        _OPENAI + "responses/response_function_tool_call_param.py",
    ),
    Shape(
        "item:function_call_output",
        "type* call_id* output* id status caller name namespace",
        _OPENAI + "responses/response_input_item_param.py FunctionCallOutput",
    ),
    Shape(
        "item:mcp_approval_response",
        "type* approval_request_id* approve* id reason",
        _OPENAI + "responses/response_input_item_param.py McpApprovalResponse",
    ),
    Shape(
        "part:input_text",
        "type* text* prompt_cache_breakpoint",
        _OPENAI + "responses/response_input_text_param.py",
    ),
    Shape(
        "part:output_text",
        "type* text* annotations logprobs",
        _OPENAI + "responses/response_output_text_param.py",
    ),
    Shape(
        "part:input_image",
        "type* detail file_id image_url prompt_cache_breakpoint",
        _OPENAI + "responses/response_input_image_param.py",
    ),
    Shape(
        "part:input_file",
        "type* detail file_data file_id file_url filename prompt_cache_breakpoint",
        _OPENAI + "responses/response_input_file_param.py",
    ),
    Shape(
        "tool:function",
        "type* name* description parameters strict output_schema defer_loading allowed_callers "
        "async",
        _OPENAI + "responses/function_tool_param.py; " + _PROJECTS + "FunctionTool",
    ),
    Shape(
        "tool:code_interpreter",
        "type* container* allowed_callers",
        _OPENAI + "responses/tool_param.py CodeInterpreter",
    ),
    Shape(
        "tool:file_search",
        "type* vector_store_ids* filters max_num_results ranking_options name description "
        "tool_configs",
        _OPENAI + "responses/file_search_tool_param.py; " + _PROJECTS + "FileSearchTool",
    ),
    Shape(
        "tool:mcp",
        "type* server_label* server_url connector_id tunnel_id authorization "
        "server_description headers allowed_tools allowed_callers require_approval "
        "defer_loading project_connection_id tool_configs",
        _OPENAI + "responses/tool_param.py Mcp; " + _PROJECTS + "MCPTool",
    ),
    # A definition may leave the container out: "the service assumes auto".
    Shape(
        "foundry-tool:code_interpreter",
        "type* container allowed_callers name description tool_configs",
        _PROJECTS + "CodeInterpreterTool",
    ),
    Shape(
        "foundry-tool:azure_ai_search",
        "type* azure_ai_search* name description tool_configs",
        _PROJECTS + "AzureAISearchTool",
    ),
    Shape(
        "foundry-tool:bing_grounding",
        "type* bing_grounding* name description tool_configs",
        _PROJECTS + "BingGroundingTool",
    ),
    Shape(
        "foundry-tool:bing_custom_search_preview",
        "type* bing_custom_search_preview*",
        _PROJECTS + "BingCustomSearchPreviewTool",
    ),
    Shape("foundry-tool:openapi", "type* openapi* tool_configs", _PROJECTS + "OpenApiTool"),
    Shape(
        "foundry-tool:azure_function",
        "type* azure_function* tool_configs",
        _PROJECTS + "AzureFunctionTool",
    ),
    Shape(
        "foundry-tool:fabric_dataagent_preview",
        "type* fabric_dataagent_preview*",
        _PROJECTS + "MicrosoftFabricPreviewTool",
    ),
    Shape(
        "foundry-tool:sharepoint_grounding_preview",
        "type* sharepoint_grounding_preview*",
        _PROJECTS + "SharepointPreviewTool",
    ),
    Shape(
        "foundry-tool:browser_automation_preview",
        "type* browser_automation_preview*",
        _PROJECTS + "BrowserAutomationPreviewTool",
    ),
    Shape(
        "foundry-tool:browser_automation",
        "type* browser_automation*",
        _PROJECTS + "BrowserAutomationTool",
    ),
)

SHAPES = {shape.name: shape for shape in _ROWS}

# Tool types whose fields are not checked, because no legacy program can have produced them.
UNCHECKED_TOOLS = frozenset(
    {
        "a2a",
        "a2a_preview",
        "apply_patch",
        "capture_structured_outputs",
        "computer",
        "computer_use_preview",
        "custom",
        "image_generation",
        "local_shell",
        "memory_search_preview",
        "shell",
        "web_search",
        "web_search_preview",
    }
)


def check(name: str, body: Mapping[str, object]) -> None:
    """Refuse a field the shape does not know, then a required one that is not there."""
    shape = SHAPES[name]
    for field in body:
        if field not in shape.allowed:
            raise refusal("unknown-field", field=field, shape=name)
    for field in sorted(shape.required):
        if body.get(field) is None:
            raise refusal("missing-field", field=field, shape=name)
