"""Legacy models that annotations name, and the models that take their place.

Sources: openai 3.54.0 ``openai/types/{conversations,responses}``, azure-ai-projects 2.10.0
``azure/ai/projects/models``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_CONVERSATION = ("openai.types.conversations", "Conversation")
_RESPONSE = ("openai.types.responses", "Response")
_MESSAGE = ("openai.types.conversations", "Message")
_AGENT = ("azure.ai.projects.models", "AgentVersionDetails")
_ERROR = ("openai.types.responses", "ResponseError")
_USAGE = ("openai.types.responses", "ResponseUsage")
_CALL = ("openai.types.responses", "ResponseFunctionToolCall")

MODELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "AgentThread": _CONVERSATION,
        "Thread": _CONVERSATION,
        "ThreadDeleted": ("openai.types.conversations", "ConversationDeletedResource"),
        "ThreadRun": _RESPONSE,
        "Run": _RESPONSE,
        "ThreadMessage": _MESSAGE,
        "Message": _MESSAGE,
        "Agent": _AGENT,
        "Assistant": _AGENT,
        "MessageContent": ("openai.types.conversations.message", "Content"),
        "LastError": _ERROR,
        "RunError": _ERROR,
        "Usage": _USAGE,
        "RunCompletionUsage": _USAGE,
        "RequiredActionFunctionToolCall": _CALL,
        "RequiredFunctionToolCall": _CALL,
        "RequiredAction": _CALL,
        "RequiredActionSubmitToolOutputs": _CALL,
        "SubmitToolOutputsAction": _CALL,
        "SubmitToolOutputsDetails": _CALL,
        "AssistantStreamEvent": ("openai.types.responses", "ResponseStreamEvent"),
        "MessageInputContentBlock": ("openai.types.responses", "ResponseInputContentParam"),
    }
)
"""Simple class name to module and name."""
CALLS = frozenset(
    {
        "RequiredAction",
        "RequiredActionSubmitToolOutputs",
        "SubmitToolOutputsAction",
        "SubmitToolOutputsDetails",
    }
)
"""Classes in whose place there is a list of their model."""

RENAMED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "azure.ai.agents.telemetry.AIAgentsInstrumentor": (
            "azure.ai.projects.telemetry",
            "AIProjectInstrumentor",
        ),
        "azure.ai.agents.telemetry.trace_function": (
            "azure.ai.projects.telemetry",
            "trace_function",
        ),
    }
)
"""Classes that live on under another name with the same members, by qualified name."""

INPUT = ("openai.types.responses", "EasyInputMessageParam")
"""What a message is that a call is given, in a dictionary."""
_GIVEN = frozenset({"AdditionalMessage", "Message", "ThreadMessage"})
_PARAMS = "_params."


def model_of(symbol: str) -> tuple[str, str] | None:
    """Module and name of the model in the place of a legacy class, by its qualified name.

    Files of vector stores have a ``LastError`` of their own, which stays what it was; what calls
    are given has classes of its own, some by the names of results.
    """
    name = symbol.rpartition(".")[2]
    if _PARAMS in symbol:
        return INPUT if name in _GIVEN else None
    return None if "vector_store" in symbol else MODELS.get(name)


ENUM_BASES = frozenset({"Enum", "StrEnum"})
