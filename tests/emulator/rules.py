"""The validation rules of the emulated services, one row each; handlers only name a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a request is refused, and who says that the service refuses it."""

    code: str
    status: int
    message: str
    source: str
    inferred: bool = False


class ServiceError(Exception):
    """A refusal that the client must see as a 4xx answer."""

    def __init__(self, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message


_OPENAI_TYPES = "openai 3.54.0 types/"
_LEGACY_TYPES = "openai 1.65.5 types/beta/"
_AGENTS = "azure-ai-agents 1.1.0 "
_PROJECTS = "azure-ai-projects 2.10.0 "

_ROWS = (
    # Both services.
    Rule("unauthorized", 401, "No credentials.", "openai _client.py auth_headers; azure-core"),
    Rule(
        "api-version-missing",
        400,
        "The api-version query parameter (?api-version=) is required.",
        _AGENTS + "_operations.py: every request sends api-version; openai lib/azure.py",
        inferred=True,
    ),
    Rule(
        "not-served",
        404,
        "The route {route} is not served by this generation of the service.",
        "OpenAI deprecations page: Assistants API gone since 2026-08-26; the status is a guess",
        inferred=True,
    ),
    Rule(
        "emulator-fault",
        500,
        "The emulator failed: {error}",
        "none: a fault of the emulator, never a verdict on the program",
        inferred=True,
    ),
    Rule(
        "unknown-route",
        404,
        "The emulator has no route {route}.",
        "none: a gap of the emulator, never a verdict on the program",
        inferred=True,
    ),
    Rule(
        "unknown-field",
        400,
        "Unknown parameter: '{field}' in {shape}.",
        "OpenAI error code unknown_parameter; the field lists are in shapes.py",
    ),
    Rule(
        "missing-field",
        400,
        "Missing required parameter: '{field}' in {shape}.",
        "OpenAI error code missing_required_parameter; the field lists are in shapes.py",
    ),
    Rule(
        "wrong-type",
        400,
        "Invalid type for '{field}': expected {expected}.",
        "OpenAI error code invalid_type",
    ),
    Rule(
        "unknown-tool",
        400,
        "Invalid value: '{kind}' is not a tool type of this service.",
        _PROJECTS + "models ToolType; openai tool_param.py; " + _LEGACY_TYPES,
    ),
    Rule(
        "strict-schema",
        400,
        "Invalid schema for function '{name}': {reason}.",
        "OpenAI function calling guide, strict mode: additionalProperties false, all required",
    ),
    Rule("unknown-object", 404, "No {kind} found with id '{id}'.", "openai NotFoundError"),
    Rule("unknown-file", 404, "No such File object: {id}", "openai types/file_object.py"),
    Rule("unknown-store", 404, "Vector store with id {id} not found.", "openai vector_stores"),
    # Legacy service.
    Rule(
        "beta-header-missing",
        400,
        "You must provide the 'OpenAI-Beta' header to access the Assistants API.",
        "openai 1.65.5 resources/beta/assistants.py adds OpenAI-Beta: assistants=v2",
        inferred=True,
    ),
    Rule(
        "legacy-tool-shape",
        400,
        "Missing required parameter: 'tools[{index}].function'.",
        _LEGACY_TYPES + "function_tool_param.py; " + _AGENTS + "FunctionToolDefinition",
    ),
    Rule(
        "message-role",
        400,
        "Invalid role '{role}': must be 'user' or 'assistant'.",
        _LEGACY_TYPES + "threads/message_create_params.py",
    ),
    Rule(
        "active-run",
        400,
        "Can't add messages to {thread} while a run {run} is active.",
        "github.com/openai/openai-python/issues/1023",
    ),
    Rule(
        "second-run",
        400,
        "Thread {thread} already has an active run {run}.",
        "github.com/TripSit/TripBot/issues/939",
    ),
    Rule(
        "tool-outputs-not-awaited",
        400,
        "Runs in status '{status}' do not accept tool outputs.",
        _LEGACY_TYPES + "threads/run.py required_action",
        inferred=True,
    ),
    Rule(
        "tool-outputs-incomplete",
        400,
        "Expected tool outputs for call_ids {expected}, got {got}.",
        "OpenAI docs, submit_tool_outputs: all outputs must be submitted in a single request",
    ),
    Rule(
        "approval-not-awaited",
        400,
        "The run waits for tool outputs, not for approvals.",
        "azure-ai-agents 1.2.0b5 models RequiredAction: one type or the other",
        inferred=True,
    ),
    Rule(
        "approval-awaited",
        400,
        "The run waits for approvals, not for tool outputs.",
        "azure-ai-agents 1.2.0b5 models RequiredAction: one type or the other",
        inferred=True,
    ),
    Rule(
        "approvals-incomplete",
        400,
        "Expected approvals for call_ids {expected}, got {got}.",
        "azure-ai-agents 1.2.0b5 samples approve every call; as tool-outputs-incomplete",
        inferred=True,
    ),
    Rule(
        "cancel-finished",
        400,
        "Cannot cancel run with status '{status}'.",
        "OpenAI docs, runs.cancel: cancels a run that is in_progress",
        inferred=True,
    ),
    # Agent versions.
    Rule(
        "agent-name",
        400,
        "Invalid agent name '{name}'.",
        _PROJECTS + "_patch_agents.py create_version: alphanumeric ends, hyphens, at most 63",
    ),
    Rule("unknown-agent", 404, "Agent {name} doesn't exist.", _PROJECTS + "agents.get"),
    Rule(
        "unknown-version",
        404,
        "Agent {name} has no version {version}.",
        _PROJECTS + "agents.get_version",
    ),
    Rule(
        "agent-kind",
        400,
        "Agent definitions of kind '{kind}' are not emulated.",
        _PROJECTS + "models AgentKind",
        inferred=True,
    ),
    Rule(
        "structured-input-missing",
        400,
        "Structured input '{name}' is required.",
        _PROJECTS + "StructuredInputDefinition.required",
        inferred=True,
    ),
    Rule(
        "structured-input-unknown",
        400,
        "Structured input '{name}' is not defined by the agent.",
        _PROJECTS + "PromptAgentDefinition.structured_inputs",
        inferred=True,
    ),
    # Tools of the new services.
    Rule(
        "nested-function",
        400,
        "Missing required parameter: 'tools[{index}].name'.",
        _OPENAI_TYPES + "responses/function_tool_param.py; " + _PROJECTS + "FunctionTool",
    ),
    Rule(
        "nested-choice",
        400,
        "Missing required parameter: 'tool_choice.name'.",
        _OPENAI_TYPES + "responses/tool_choice_function_param.py",
    ),
    Rule(
        "legacy-tool-resources",
        400,
        "Unknown parameter: 'tool_resources'.",
        _OPENAI_TYPES + "responses/response_create_params.py has no tool_resources",
    ),
    # Conversations.
    Rule(
        "too-many-items",
        400,
        "Invalid 'items': at most 20 items may be added at a time.",
        _OPENAI_TYPES + "conversations/item_create_params.py",
    ),
    Rule(
        "unknown-conversation",
        404,
        "Conversation with id '{id}' not found.",
        _OPENAI_TYPES + "conversations/conversation.py",
    ),
    Rule(
        "item-type",
        400,
        "Invalid value: '{kind}' is not an input item type.",
        _OPENAI_TYPES + "responses/response_input_item_param.py",
    ),
    Rule(
        "item-role",
        400,
        "Invalid value: '{role}' is not a role.",
        _OPENAI_TYPES + "responses/easy_input_message_param.py",
    ),
    Rule(
        "part-type",
        400,
        "Invalid value: '{kind}' is not a content part of a {role} message.",
        _OPENAI_TYPES + "responses/response_input_content_param.py",
    ),
    # Responses.
    Rule(
        "agent-and-model",
        400,
        "Not allowed when agent is specified. ('{field}')",
        "observed: github.com/microsoft/agent-framework/pull/2850 and its issues",
    ),
    Rule(
        "old-reference",
        400,
        "Unknown parameter: 'agent'. Use 'agent_reference'.",
        "azure-ai-projects 2.0.0b4 changed extra_body from agent to agent_reference",
        inferred=True,
    ),
    Rule(
        "new-reference",
        400,
        "Unknown parameter: 'agent_reference'. Use 'agent'.",
        "azure-ai-projects 2.0.0b1-b3 samples send agent with api-version 2025-11-15-preview",
        inferred=True,
    ),
    Rule(
        "reference-shape",
        400,
        "Invalid agent reference: {reason}.",
        _PROJECTS + "models AgentReference (type and name required, version optional)",
    ),
    Rule(
        "conversation-and-previous",
        400,
        "Mutually exclusive parameters: 'conversation' and 'previous_response_id'.",
        _OPENAI_TYPES + "responses/response_create_params.py previous_response_id",
    ),
    Rule(
        "no-input",
        400,
        "One of 'input', 'previous_response_id', 'prompt' or 'conversation' must be provided.",
        _OPENAI_TYPES + "responses/response_create_params.py: all four are optional",
        inferred=True,
    ),
    Rule(
        "nothing-to-answer",
        400,
        "The conversation holds no message and no input was given.",
        "none; an empty conversation without input cannot be meant",
        inferred=True,
    ),
    Rule(
        "output-missing",
        400,
        "No tool output found for function call {call}.",
        "github.com/Azure/azure-sdk-for-python/issues/46092",
    ),
    Rule(
        "call-missing",
        400,
        "No tool call found for function call output with call_id {call}.",
        "github.com/continuedev/continue/issues/10092",
    ),
    Rule(
        "approval-unknown",
        400,
        "No approval request found with id {id}.",
        _OPENAI_TYPES + "responses/response_input_item_param.py McpApprovalResponse",
        inferred=True,
    ),
    Rule(
        "unknown-response",
        404,
        "Response with id '{id}' not found.",
        "openai responses.retrieve",
    ),
    Rule(
        "not-in-background",
        400,
        "Only background responses can be cancelled.",
        "openai resources/responses/responses.py cancel: only responses with background=true",
    ),
    Rule(
        "agent-endpoint-off",
        400,
        "Agent {name} has no endpoint for protocol responses.",
        _PROJECTS + "samples call agents.update_details(agent_endpoint=) first",
        inferred=True,
    ),
)

RULES = {rule.code: rule for rule in _ROWS}


def refusal(code: str, **values: object) -> ServiceError:
    """The refusal that the row names, to be raised."""
    rule = RULES[code]
    return ServiceError(rule, rule.message.format(**values))
