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
        "MessageInputContentBlock": ("openai.types.responses", "ResponseInputContentParam"),
    }
)
"""Simple class name to module and name."""

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

ENUM_BASES = frozenset({"Enum", "StrEnum"})
