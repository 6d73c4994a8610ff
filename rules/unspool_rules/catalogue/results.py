"""What each attribute of a legacy result becomes, by kind of value.

Sources: ``azure/ai/projects/models`` 2.10.0, ``openai/types/responses/response.py``,
``openai/types/conversations`` of openai 3.54.0, compared with ``azure/ai/agents/models`` 1.1.0 and
``openai/types/beta`` of openai 1.65.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from unspool_rules.catalogue import citations


@dataclass(frozen=True, slots=True)
class Keep:
    """The attribute lives on as ``name``."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Same:
    """The value itself takes the attribute's place: ``x.data`` is now ``x``."""


@dataclass(frozen=True, slots=True)
class Form:
    """New code that the engine writes, by the name of its form."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """No attribute, but the argument that the value was made with is in view."""

    parameter: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """No counterpart."""

    reason: str


Outcome = Keep | Same | Form | Known | Gone

TEXTS = "texts"
"""The text parts of a message."""
_TIMES = Gone("a response has one time, `created_at`, and no other")
_DUMP_NOTE = "the dump has the fields of the new object"

RESULTS: Mapping[tuple[str, str], Outcome] = MappingProxyType(
    {
        ("thread", "id"): Keep("id"),
        ("thread", "metadata"): Keep("metadata"),
        ("thread", "created_at"): Keep("created_at", "`created_at` is a Unix time in seconds"),
        ("thread", "object"): Keep("object", 'the `object` of a conversation is "conversation"'),
        ("thread", "tool_resources"): Gone(
            "a conversation has no tool resources: they belong to the agent's tools"
        ),
        ("run", "id"): Keep("id"),
        ("run", "status"): Keep("status"),
        ("run", "last_error"): Keep("error"),
        ("run", "incomplete_details"): Keep("incomplete_details"),
        ("run", "usage"): Keep("usage"),
        ("run", "model"): Keep("model"),
        ("run", "metadata"): Keep("metadata"),
        ("run", "instructions"): Keep("instructions"),
        ("run", "temperature"): Keep("temperature"),
        ("run", "top_p"): Keep("top_p"),
        ("run", "parallel_tool_calls"): Keep("parallel_tool_calls"),
        ("run", "created_at"): Keep("created_at", "`created_at` is a Unix time in seconds"),
        ("run", "thread_id"): Known("thread_id", "a response names its conversation only if given"),
        ("run", "assistant_id"): Known("agent", "a response does not carry the agent's id"),
        ("run", "agent_id"): Known("agent", "a response does not carry the agent's id"),
        ("run", "tools"): Gone("the tools are in the agent's definition"),
        ("run", "required_action"): Gone(
            "a response has no `required_action`: tool calls are items of `response.output`"
        ),
        ("run", "started_at"): _TIMES,
        ("run", "completed_at"): Keep(
            "completed_at", "`completed_at` of a response is typed from openai 2.15 on"
        ),
        ("run", "failed_at"): _TIMES,
        ("run", "cancelled_at"): _TIMES,
        ("run", "expires_at"): _TIMES,
        ("run", "file_ids"): Gone("files belong to the agent's tools"),
        ("run", "object"): Keep("object", 'the `object` of a response is "response"'),
        ("error", "code"): Keep("code"),
        ("error", "message"): Keep("message"),
        ("incomplete", "reason"): Keep("reason"),
        ("usage", "prompt_tokens"): Keep("input_tokens"),
        ("usage", "completion_tokens"): Keep("output_tokens"),
        ("usage", "total_tokens"): Keep("total_tokens"),
        ("agent", "name"): Keep("name"),
        ("agent", "description"): Keep("description"),
        ("agent", "metadata"): Keep("metadata"),
        ("agent", "created_at"): Keep("created_at"),
        ("agent", "object"): Keep("object", 'the `object` of an agent version is "agent.version"'),
        ("agent", "model"): Known("model", "the model is in the agent's definition"),
        ("agent", "instructions"): Known(
            "instructions", "the instructions are in the agent's definition"
        ),
        ("agent", "temperature"): Known(
            "temperature", "the temperature is in the agent's definition"
        ),
        ("agent", "top_p"): Known("top_p", "`top_p` is in the agent's definition"),
        ("agent", "tools"): Gone("the tools are in the agent's definition, in another shape"),
        ("agent", "tool_resources"): Gone("resources are fields of the definition's tools"),
        ("agent", "file_ids"): Gone("files belong to the definition's tools"),
        ("attached", "id"): Keep("id"),
        ("attached", "created_at"): Keep("created_at"),
        ("attached", "assistant_id"): Gone("a file belongs to a vector store, not to an agent"),
        ("message", "id"): Keep("id"),
        ("message", "role"): Keep("role"),
        ("message", "content"): Keep("content"),
        ("message", "status"): Keep("status"),
        ("message", "text_messages"): Form(TEXTS),
        ("message", "created_at"): Gone("items of a conversation carry no time"),
        ("message", "thread_id"): Known("thread_id", "an item does not name its conversation"),
        ("message", "run_id"): Gone("an item does not name the response it came from"),
        ("message", "assistant_id"): Gone("an item does not name the agent"),
        ("message", "agent_id"): Gone("an item does not name the agent"),
        ("message", "metadata"): Gone("items of a conversation carry no metadata"),
        ("message", "attachments"): Gone(
            "items have no attachments; files are parts of the content"
        ),
        ("message", "file_ids"): Gone("items have no files; they are parts of the content"),
        ("page", "data"): Same(),
        ("page", "messages"): Same(),
        ("page", "text_messages"): Form(TEXTS),
        ("page", "has_more"): Gone("all items are listed; there is no page to test"),
        ("page", "first_id"): Gone("all items are listed; there is no page"),
        ("page", "last_id"): Gone("all items are listed; there is no page"),
        ("part", "type"): Keep("type"),
        ("part", "text"): Keep("text"),
        ("text", "value"): Same(),
        ("text", "annotations"): Gone(
            "a text is a plain string now: its annotations are read of the content part"
        ),
        ("deletion", "id"): Keep("id"),
        ("deletion", "deleted"): Keep("deleted"),
    }
)
"""Attributes that are not listed have no known counterpart and block."""

METHODS: Mapping[tuple[str, str], Outcome] = MappingProxyType(
    {
        (kind, name): Keep(new, _DUMP_NOTE)
        for kind in ("thread", "run", "message", "part", "error")
        for name, new in (
            ("model_dump", "model_dump"),
            ("model_dump_json", "model_dump_json"),
            ("to_dict", "to_dict"),
            ("to_json", "to_json"),
            ("json", "json"),
            ("dict", "dict"),
            ("as_dict", "to_dict"),
        )
    }
)
"""Methods of results that live on."""

PART_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text": '({0}.type == "output_text" or {0}.type == "input_text")',
        "image_file": '{0}.type == "input_image"',
        "image_url": '{0}.type == "input_image"',
    }
)
"""Legacy content types as tests on the new parts (``==`` with ``or`` narrows; ``in`` does not)."""

CLASS_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "RunError": "error",
        "LastError": "error",
        "IncompleteRunDetails": "incomplete",
        "IncompleteDetails": "incomplete",
        "RunCompletionUsage": "usage",
        "Usage": "usage",
        "MessageContent": "part",
        "MessageTextContent": "part",
        "MessageImageFileContent": "part",
        "TextContentBlock": "part",
        "ImageFileContentBlock": "part",
        "ImageURLContentBlock": "part",
        "RefusalContentBlock": "part",
        "MessageTextDetails": "text",
        "Text": "text",
        "AssistantFile": "attached",
        "AssistantDeleted": "deletion",
        "ThreadDeleted": "deletion",
        "MessageDeleted": "deletion",
        "ThreadDeletionStatus": "deletion",
        "RequiredAction": "action",
        "SubmitToolOutputsAction": "action",
        "SubmitToolApprovalAction": "action",
        "RequiredActionSubmitToolOutputs": "submit",
        "SubmitToolOutputsDetails": "submit",
        "SubmitToolApprovalDetails": "submit",
        "RequiredToolCall": "call",
        "RequiredFunctionToolCall": "call",
        "RequiredMcpToolCall": "call",
        "RequiredActionFunctionToolCall": "call",
        "RequiredFunctionToolCallDetails": "function",
        "Function": "function",
        **citations.CLASSES,
    }
)
"""Kinds of the values inside results, by class name."""
